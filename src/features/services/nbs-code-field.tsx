'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

type CodeAndDescription = { code: string; description: string }

export type NbsCodeFieldProps = Omit<FieldProps<string>, 'label'> & {
  ref?: Ref<HTMLInputElement>
  /** What the value stands for. */
  initial?: CodeAndDescription | null
}

/** A code of the Brazilian nomenclature of services, by number or words; the value is its nine digits. */
export function NbsCodeField({ initial, ...field }: NbsCodeFieldProps) {
  const t = useTranslations('services.form')
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().services.searchNbsCodes.queryOptions({ query }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      label={t('nbsCode')}
      placeholder={t('nbsCodePlaceholder')}
      options={query === '' ? [] : (data ?? []).map(optionOf)}
      initialOption={initial ? optionOf(initial) : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
      isListWide
    />
  )
}

function optionOf({ code, description }: CodeAndDescription) {
  return { value: code, label: `${code.replace(/^(\d)(\d{4})(\d{2})(\d{2})$/, '$1.$2.$3.$4')} ${description}` }
}

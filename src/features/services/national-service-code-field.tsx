'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

type CodeAndDescription = { code: string; description: string }

export type NationalServiceCodeFieldProps = Omit<FieldProps<string>, 'label'> & {
  ref?: Ref<HTMLInputElement>
  /** What the value stands for. */
  initial?: CodeAndDescription | null
}

/** A code of the national list of services, by number or words; the value is its six digits. */
export function NationalServiceCodeField({ initial, ...field }: NationalServiceCodeFieldProps) {
  const t = useTranslations('services.form')
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().services.searchNationalServiceCodes.queryOptions({ query }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      label={t('nationalServiceCode')}
      placeholder={t('nationalServiceCodePlaceholder')}
      options={query === '' ? [] : (data ?? []).map(optionOf)}
      initialOption={initial ? optionOf(initial) : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
      isListWide
    />
  )
}

/** `140601` → `14.06.01`: item, sub-item and split. */
export function formatNationalServiceCode(code: string): string {
  return code.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1.$2.$3')
}

function optionOf({ code, description }: CodeAndDescription) {
  return { value: code, label: `${formatNationalServiceCode(code)} ${description}` }
}

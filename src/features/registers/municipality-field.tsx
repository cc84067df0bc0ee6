'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

export type MunicipalityFieldProps = Omit<FieldProps<string>, 'label'> & {
  ref?: Ref<HTMLInputElement>
  label?: string
  /** The municipality that the value stands for. */
  initial?: { code: string; name: string; state: string } | null
}

/** A municipality by name; the value is its IBGE code. */
export function MunicipalityField({ initial, label, ...field }: MunicipalityFieldProps) {
  const t = useTranslations('registers.municipality')
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().registers.searchMunicipalities.queryOptions({ query }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      label={label ?? t('label')}
      placeholder={t('placeholder')}
      options={query === '' ? [] : (data ?? []).map(optionOf)}
      initialOption={initial ? optionOf(initial) : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
    />
  )
}

function optionOf({ code, name, state }: { code: string; name: string; state: string }) {
  return { value: code, label: `${name}/${state}` }
}

'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { formatTaxId } from '@/lib/tax-id'
import { useTRPC } from '@/trpc/client'
import { Combobox, type ComboboxOption } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

export type CustomerFieldProps = Omit<FieldProps<string>, 'label'> & {
  ref?: Ref<HTMLInputElement>
  label?: string
  /** The customer that the value stands for. */
  initial?: { id: string; name: string } | null
  onPick?: (option: ComboboxOption) => void
}

/** An active customer by name, CPF, CNPJ or number; the value is its id. */
export function CustomerField({ initial, label, ...field }: CustomerFieldProps) {
  const t = useTranslations('customers.field')
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().customers.lookup.queryOptions({ query }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      label={label ?? t('label')}
      placeholder={t('placeholder')}
      options={(data ?? []).map(({ id, name, taxId, orderCount }) => ({
        value: id,
        label: name,
        detail: [taxId && formatTaxId(taxId), t('hint', { count: orderCount })].filter(Boolean).join(' · '),
      }))}
      initialOption={initial ? { value: initial.id, label: initial.name } : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
    />
  )
}

'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'
import type { FoundService } from './order-form-values'

export type ServiceFieldProps = FieldProps<string> & {
  ref?: Ref<HTMLInputElement>
  /** To whom the last sale is looked for. */
  customerId: string
  /** The code that the value stands for. */
  code: string | null
  placeholder?: string
  onPickService: (service: FoundService) => void
}

/** A service by code or words, with its price and the last sale to the customer; Enter picks it. */
export function ServiceField({ customerId, code, onPickService, value, ...field }: ServiceFieldProps) {
  const t = useTranslations('orderForm')
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().services.lookup.queryOptions({ query, customerId: customerId || undefined }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      value={value}
      isListWide
      isBare
      showsCode
      enterHint={t('enterHint')}
      options={(data ?? []).map((service) => ({
        value: service.id,
        label: service.description,
        code: service.code,
        detail: service.lastSale ? t('lastSale', { day: formatDate(service.lastSale.soldOn) }) : undefined,
        end:
          service.unitPriceCents === null
            ? undefined
            : `${formatAmount(service.lastSale?.unitPriceCents ?? service.unitPriceCents)} / ${service.unitCode}`,
      }))}
      initialOption={value && code ? { value, label: code, code } : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
      onPick={(option) => {
        const service = data?.find(({ id }) => id === option.value)
        if (service) onPickService(service)
      }}
    />
  )
}

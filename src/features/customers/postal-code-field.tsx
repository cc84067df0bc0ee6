'use client'
import { useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatPostalCode, isPostalCode, normalizePostalCode } from '@/lib/postal-code'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { FormField } from '@/ui/form-field'
import { TextField } from '@/ui/text-field'
import type { CustomerFormApi } from './customer-form-values'

export type PostalPlace = NonNullable<inferRouterOutputs<AppRouter>['customers']['placeOfPostalCode']>

export type PostalCodeFieldProps = {
  form: CustomerFormApi
  path: `addresses.${number}`
  /** The place of a code that was just completed. */
  onFound: (place: PostalPlace) => void
  className?: string
}

/** A CEP typed by hand; where the installation has somebody to ask, its place fills what is still empty. */
export function PostalCodeField({ form, path, onFound, className }: PostalCodeFieldProps) {
  const t = useTranslations('customers.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isFilled, setIsFilled] = useState(false)

  async function find(text: string) {
    setIsFilled(false)
    if (!isPostalCode(text)) return
    const postalCode = normalizePostalCode(text)
    const place = await queries
      .fetchQuery(trpc.customers.placeOfPostalCode.queryOptions({ postalCode }, { staleTime: 3_600_000, retry: false }))
      .catch(() => null)
    const now = normalizePostalCode(form.getValues(`${path}.postalCode`) ?? '')
    if (!place || now !== postalCode) return
    onFound(place)
    setIsFilled(true)
  }
  return (
    <FormField control={form.control} name={`${path}.postalCode`}>
      {({ value, onChange, ...field }) => (
        <TextField
          {...field}
          value={value ?? ''}
          label={t('postalCode')}
          inputMode="numeric"
          autoComplete="postal-code"
          format={formatPostalCode}
          hint={<span role="status">{isFilled && t('postalCodeFound')}</span>}
          className={className}
          isRequired
          onChange={(text) => {
            onChange(text)
            void find(text)
          }}
        />
      )}
    </FormField>
  )
}

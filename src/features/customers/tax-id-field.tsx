'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { formatTaxId, normalizeTaxId, taxIdKind } from '@/lib/tax-id'
import { useTRPC } from '@/trpc/client'
import { FormTextField } from '@/ui/form-text-field'
import { TextLink } from '@/ui/text-link'
import type { CustomerFormApi } from './customer-form-values'

const LENGTHS: readonly number[] = [11, 14]

export type TaxIdFieldProps = { form: CustomerFormApi; customerId: string | null; className?: string }

/** CPF or CNPJ: says while it is typed that its digits do not hold, or who has it already. */
export function TaxIdField({ form: { control }, customerId, className }: TaxIdFieldProps) {
  const t = useTranslations('customers.form')
  const typed = useWatch({ control, name: 'taxId' })
  const taxId = normalizeTaxId(typed ?? '')
  const kind = taxIdKind(taxId)
  const { data: holder } = useQuery({
    ...useTRPC().customers.taxIdHolder.queryOptions({ taxId, ...(customerId ? { exceptId: customerId } : {}) }),
    enabled: kind !== null,
  })
  const isHeld = kind !== null && holder
  const isWrong = LENGTHS.includes(taxId.length) && kind === null
  return (
    <FormTextField
      control={control}
      name="taxId"
      label={t('taxId')}
      hint={
        <span role="status">
          {isWrong && <span className="font-medium text-danger-tx">{t('taxIdWrong')}</span>}
          {isHeld && (
            <span className="font-medium text-danger-tx">
              {t('taxIdHeld')}{' '}
              <TextLink href={`/customers/${holder.number}`} isStrong isNewTab>
                {holder.number} · {holder.name}
              </TextLink>
            </span>
          )}
        </span>
      }
      format={formatTaxId}
      maxLength={30}
      hasAutoFocus={customerId === null}
      className={className}
    />
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/ui/checkbox'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { PercentField } from '@/ui/percent-field'
import { Section } from '@/ui/section'
import { NationalServiceCodeField } from './national-service-code-field'
import { NbsCodeField } from './nbs-code-field'
import type { Service, ServiceFormApi } from './service-form-values'

/** What the tax note says of the service. */
export function ServiceFiscal({ form: { control }, service }: { form: ServiceFormApi; service: Service | null }) {
  const t = useTranslations('services.form')
  return (
    <Section title={t('fiscal')} note={t('fiscalNote')}>
      <FormGrid>
        <FormField control={control} name="nationalServiceCode">
          {({ value, ...field }) => (
            <NationalServiceCodeField
              {...field}
              value={value ?? ''}
              initial={service?.nationalService}
              className="col-span-6"
            />
          )}
        </FormField>
        <FormField control={control} name="nbsCode">
          {({ value, ...field }) => (
            <NbsCodeField {...field} value={value ?? ''} initial={service?.nbs} className="col-span-6" />
          )}
        </FormField>
        <FormField control={control} name="issRateBasisPoints">
          {({ value, ...field }) => (
            <PercentField {...field} value={value ?? null} label={t('issRateBasisPoints')} className="col-span-2" />
          )}
        </FormField>
        <FormField control={control} name="issWithheld">
          {({ value, ...field }) => (
            <Checkbox
              {...field}
              value={value ?? false}
              label={t('issWithheld')}
              className="col-span-4 self-end pb-1.5"
            />
          )}
        </FormField>
      </FormGrid>
    </Section>
  )
}

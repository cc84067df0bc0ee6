'use client'
import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/phone'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { Section } from '@/ui/section'
import { TextArea } from '@/ui/text-area'
import type { CustomerFormApi } from './customer-form-values'
import { TaxIdField } from './tax-id-field'

/** Who the customer is, and how the note names it. */
export function CustomerIdentity({ form, customerId }: { form: CustomerFormApi; customerId: string | null }) {
  const t = useTranslations('customers.form')
  const kit = useTranslations('kit')
  const { control } = form
  return (
    <Section title={t('identity')} note={kit('requiredNote')}>
      <FormGrid>
        <TaxIdField form={form} customerId={customerId} className="col-span-3" />
        <FormTextField
          control={control}
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          className="col-span-5"
          isRequired
        />
        <FormTextField
          control={control}
          name="legalName"
          label={t('legalName')}
          hint={t('legalNameHint')}
          className="col-span-4"
        />
        <FormTextField
          control={control}
          name="email"
          label={t('email')}
          type="email"
          inputMode="email"
          className="col-span-5"
        />
        <FormTextField
          control={control}
          name="phone"
          label={t('phone')}
          type="tel"
          inputMode="tel"
          format={formatPhone}
          className="col-span-4"
        />
        <FormTextField
          control={control}
          name="municipalRegistration"
          label={t('municipalRegistration')}
          className="col-span-3"
        />
        <FormField control={control} name="notes">
          {(field) => (
            <TextArea
              {...field}
              value={field.value ?? ''}
              label={t('notes')}
              rows={2}
              maxLength={2000}
              className="col-span-12"
            />
          )}
        </FormField>
      </FormGrid>
    </Section>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { MunicipalityField } from '@/features/registers/municipality-field'
import { formatPostalCode } from '@/lib/postal-code'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { Section } from '@/ui/section'
import type { Company, CompanyFormApi } from './company-form-values'

export type CompanyAddressProps = { form: CompanyFormApi; municipality: Company['municipality'] }

/** Where the company is; its municipality numbers the notes. */
export function CompanyAddress({ form: { control }, municipality }: CompanyAddressProps) {
  const t = useTranslations('companies.form')
  return (
    <Section title={t('address')} note={t('addressNote')}>
      <FormGrid>
        <FormField control={control} name="municipalityCode">
          {(field) => (
            <MunicipalityField
              {...field}
              value={field.value ?? ''}
              initial={municipality}
              label={t('municipalityCode')}
              className="col-span-5"
            />
          )}
        </FormField>
        <FormTextField
          control={control}
          name="postalCode"
          label={t('postalCode')}
          inputMode="numeric"
          format={formatPostalCode}
          className="col-span-2"
        />
        <FormTextField control={control} name="district" label={t('district')} className="col-span-5" />
        <FormTextField control={control} name="street" label={t('street')} className="col-span-6" />
        <FormTextField control={control} name="streetNumber" label={t('streetNumber')} className="col-span-2" />
        <FormTextField control={control} name="complement" label={t('complement')} className="col-span-4" isOptional />
      </FormGrid>
    </Section>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { taxRegimes } from '@/contract/companies'
import { formatPhone } from '@/lib/phone'
import { formatTaxId } from '@/lib/tax-id'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { Section } from '@/ui/section'
import { Select } from '@/ui/select'
import type { CompanyFormApi } from './company-form-values'

/** Who the company is, for the team and for its notes. */
export function CompanyIdentity({ form: { control } }: { form: CompanyFormApi }) {
  const t = useTranslations('companies.form')
  const kit = useTranslations('kit')
  const regime = useTranslations('companies.regimes')
  return (
    <Section title={t('identity')} note={kit('requiredNote')}>
      <FormGrid>
        <FormTextField
          control={control}
          name="legalName"
          label={t('legalName')}
          autoComplete="organization"
          className="col-span-5"
          isRequired
        />
        <FormTextField
          control={control}
          name="taxId"
          label={t('taxId')}
          format={formatTaxId}
          maxLength={30}
          className="col-span-3"
          isRequired
        />
        <FormTextField
          control={control}
          name="municipalRegistration"
          label={t('municipalRegistration')}
          className="col-span-4"
        />
        <FormTextField
          control={control}
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          className="col-span-5"
          isRequired
        />
        <FormField control={control} name="taxRegime">
          {(field) => (
            <Select
              {...field}
              onChange={(value) => field.onChange(value as (typeof taxRegimes)[number])}
              label={t('taxRegime')}
              hint={t('taxRegimeHint')}
              options={taxRegimes.map((value) => ({ value, label: regime(value) }))}
              className="col-span-7"
              isRequired
            />
          )}
        </FormField>
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
      </FormGrid>
    </Section>
  )
}

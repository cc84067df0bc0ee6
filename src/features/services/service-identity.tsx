'use client'
import { useTranslations } from 'next-intl'
import { serviceKinds } from '@/contract/services'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { MoneyField } from '@/ui/money-field'
import { Section } from '@/ui/section'
import { Select } from '@/ui/select'
import type { ServiceFormApi, ServiceOptions } from './service-form-values'

type ServiceIdentityProps = { form: ServiceFormApi; options: ServiceOptions; isNew: boolean }

/** What is sold, in which unit and for how much. */
export function ServiceIdentity({ form: { control }, options, isNew }: ServiceIdentityProps) {
  const t = useTranslations('services')
  const kit = useTranslations('kit')
  return (
    <Section title={t('form.identity')} note={kit('requiredNote')}>
      <FormGrid>
        <FormTextField
          control={control}
          name="code"
          label={t('form.code')}
          className="col-span-2"
          maxLength={30}
          hasAutoFocus={isNew}
          isRequired
        />
        <FormTextField
          control={control}
          name="description"
          label={t('form.description')}
          hint={t('form.descriptionHint')}
          className="col-span-6"
          isRequired
        />
        <FormField control={control} name="kind">
          {({ value, onChange, ...field }) => (
            <Select
              {...field}
              label={t('form.kind')}
              value={value ?? 'service'}
              options={serviceKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              onChange={(kind) => onChange(kind === 'goods' ? 'goods' : 'service')}
              className="col-span-4"
            />
          )}
        </FormField>
        <FormField control={control} name="unitOfMeasureId">
          {(field) => (
            <Select
              {...field}
              label={t('form.unitOfMeasureId')}
              hint={unitHint(options, field.value, t)}
              options={options.units
                .filter(({ id, isActive }) => isActive || id === field.value)
                .map(({ id, code, name }) => ({ value: id, label: `${code} - ${name}` }))}
              className="col-span-4"
              isRequired
            />
          )}
        </FormField>
        <FormField control={control} name="unitPriceCents">
          {({ onChange, ...field }) => (
            <MoneyField
              {...field}
              label={t('form.unitPriceCents')}
              onChange={(cents) => onChange(cents ?? Number.NaN)}
              className="col-span-4"
              isRequired
            />
          )}
        </FormField>
      </FormGrid>
    </Section>
  )
}

function unitHint({ units }: ServiceOptions, id: string, t: ReturnType<typeof useTranslations<'services'>>) {
  const unit = units.find((candidate) => candidate.id === id)
  return unit && t(unit.allowsFractions ? 'form.fractionalUnit' : 'form.wholeUnit')
}

'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Checkbox } from '@/ui/checkbox'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { LinesField } from '@/ui/lines-field'
import { Section } from '@/ui/section'
import { Select } from '@/ui/select'
import type { ServiceFormApi, ServiceOptions } from './service-form-values'

const flags = ['requiresReport', 'requiresSignature', 'requiresLocation'] as const
const photoCounts = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20]

/** What a concluded task must bring; what the service does not say comes from its task type (D6). */
export function ServiceEvidence({ form, options }: { form: ServiceFormApi; options: ServiceOptions }) {
  const t = useTranslations('services.form')
  const { control } = form
  const taskTypeId = useWatch({ control, name: 'taskTypeId' })
  const type = options.taskTypes.find(({ id }) => id === taskTypeId)
  const yesNo = (value: boolean) => (value ? t('yes') : t('no'))
  return (
    <Section title={t('evidence')} note={t('evidenceNote')}>
      <FormGrid>
        {flags.map((flag) => (
          <FormField key={flag} control={control} name={flag}>
            {({ value, onChange, ...field }) => (
              <Select
                {...field}
                label={t(flag)}
                value={value === null || value === undefined ? '' : String(value)}
                emptyLabel={type ? t('inheritOf', { value: yesNo(type[flag]) }) : t('inherit')}
                options={[
                  { value: 'true', label: t('yes') },
                  { value: 'false', label: t('no') },
                ]}
                onChange={(chosen) => onChange(chosen === '' ? null : chosen === 'true')}
                className="col-span-3"
              />
            )}
          </FormField>
        ))}
        <FormField control={control} name="requiredPhotos">
          {({ value, onChange, ...field }) => (
            <Select
              {...field}
              label={t('requiredPhotos')}
              value={value === null || value === undefined ? '' : String(value)}
              emptyLabel={
                type ? t('inheritOf', { value: t('photoCount', { count: type.requiredPhotos }) }) : t('inherit')
              }
              options={photoCounts.map((count) => ({ value: String(count), label: t('photoCount', { count }) }))}
              onChange={(chosen) => onChange(chosen === '' ? null : Number(chosen))}
              className="col-span-3"
            />
          )}
        </FormField>
        <FormField control={control} name="checklist">
          {({ value, onChange, ...field }) => (
            <div className="col-span-12 space-y-2">
              <Checkbox
                label={t('ownChecklist')}
                value={Array.isArray(value)}
                hint={value ? undefined : type && t('inheritedChecklist', { count: type.checklist.length })}
                onChange={(isOwn) => onChange(isOwn ? (type?.checklist ?? []) : null)}
              />
              {value && (
                <LinesField
                  {...field}
                  value={value}
                  label={t('checklist')}
                  hint={t('checklistHint')}
                  rows={4}
                  onChange={onChange}
                />
              )}
            </div>
          )}
        </FormField>
      </FormGrid>
    </Section>
  )
}

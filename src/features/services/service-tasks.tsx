'use client'
import { useTranslations } from 'next-intl'
import { serviceFields, serviceGranularities } from '@/contract/services'
import { TermHelp } from '@/features/help/term-help'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { Section } from '@/ui/section'
import { Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { WholeNumberField } from '@/ui/whole-number-field'
import type { ServiceFormApi, ServiceOptions } from './service-form-values'

/** The tasks that are generated from items of the service. */
export function ServiceTasks({ form: { control }, options }: { form: ServiceFormApi; options: ServiceOptions }) {
  const t = useTranslations('services.form')
  return (
    <Section title={t('task')} note={t('taskNote')}>
      <FormGrid>
        <FormField control={control} name="taskTypeId">
          {({ value, onChange, ...field }) => (
            <Select
              {...field}
              label={t('taskTypeId')}
              labelEnd={<TermHelp id="taskType" />}
              value={value ?? ''}
              emptyLabel={t('defaultTaskType')}
              options={options.taskTypes
                .filter(({ id, isActive }) => isActive || id === value)
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => onChange(id || null)}
              className="col-span-4"
            />
          )}
        </FormField>
        <FormField control={control} name="granularity">
          {({ value, onChange, ...field }) => (
            <Select
              {...field}
              label={t('granularity')}
              labelEnd={<TermHelp id="granularity" />}
              value={value ?? ''}
              emptyLabel={t('granularities.inherit')}
              options={serviceGranularities.map((granularity) => ({
                value: granularity,
                label: t(`granularities.${granularity}`),
              }))}
              onChange={(granularity) => onChange(serviceFields.shape.granularity.parse(granularity || null))}
              className="col-span-4"
            />
          )}
        </FormField>
        <FormField control={control} name="durationMinutes">
          {({ value, ...field }) => (
            <WholeNumberField
              {...field}
              value={value ?? null}
              label={t('durationMinutes')}
              suffix={t('minutes')}
              className="col-span-2"
            />
          )}
        </FormField>
        <FormField control={control} name="instructions">
          {({ value, ...field }) => (
            <TextArea
              {...field}
              value={value ?? ''}
              label={t('instructions')}
              rows={3}
              maxLength={2000}
              className="col-span-12"
            />
          )}
        </FormField>
      </FormGrid>
    </Section>
  )
}

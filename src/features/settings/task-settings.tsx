'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { dueCountings, dueOrigins, initialTaskStatuses, taskAssignees } from '@/contract/settings'
import { Fold } from '@/ui/fold'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { LinesField } from '@/ui/lines-field'
import { Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import type { Gear, SettingsFormApi } from './settings-form-values'
import { NumberSetting, RecordChoice, WordChoice } from './settings-inputs'

/** The defaults of generated tasks and what concluding one demands (D6: service and task type come first where they say something). */
export function TaskSettings({ form, gear: { options } }: { form: SettingsFormApi; gear: Gear }) {
  const t = useTranslations('settings')
  const { control } = form
  const assignee = useWatch({ control, name: 'settings.taskAssignee' })
  return (
    <Fold title={t('groups.task')} isOpenAtFirst>
      <FormGrid>
        <RecordChoice form={form} name="taskTypeId" options={options.taskTypes} isRequired />
        <WordChoice form={form} name="initialTaskStatus" words={initialTaskStatuses} />
        <RecordChoice form={form} name="taskPriorityId" options={options.priorities} />
        <WordChoice form={form} name="taskAssignee" words={taskAssignees} />
        {assignee === 'fixed' && (
          <RecordChoice
            form={form}
            name="taskAssigneeId"
            options={options.technicians}
            isRequired
            className="col-span-12"
          />
        )}
        <NumberSetting form={form} name="dueDays" className="col-span-3" />
        <WordChoice form={form} name="dueCounting" words={dueCountings} className="col-span-4" />
        <WordChoice form={form} name="dueFrom" words={dueOrigins} className="col-span-5" />
        <NumberSetting form={form} name="durationMinutes" suffix={t('minutes')} />
        <NumberSetting form={form} name="reminderMinutes" suffix={t('minutesBefore')} />
        <FormField control={control} name="settings.taskComplement">
          {({ value = '', ...field }) => (
            <TextArea
              {...field}
              value={value}
              label={t('fields.taskComplement')}
              rows={2}
              maxLength={2000}
              className="col-span-12"
            />
          )}
        </FormField>
        <FormField control={control} name="settings.checklist">
          {(field) => (
            <LinesField
              {...field}
              label={t('fields.checklist')}
              hint={t('hints.checklist')}
              rows={3}
              className="col-span-12"
            />
          )}
        </FormField>
        <h4 className="col-span-12 mt-1 font-medium">{t('evidence')}</h4>
        <Demand form={form} name="requiresReport" />
        <NumberSetting form={form} name="requiredPhotos" suffix={t('photos')} />
        <Demand form={form} name="requiresSignature" />
        <Demand form={form} name="requiresLocation" />
      </FormGrid>
    </Fold>
  )
}

type DemandProps = { form: SettingsFormApi; name: 'requiresReport' | 'requiresSignature' | 'requiresLocation' }

function Demand({ form, name }: DemandProps) {
  const t = useTranslations('settings')
  return (
    <FormField control={form.control} name={`settings.${name}`}>
      {({ value, onChange, ...field }) => (
        <Select
          {...field}
          label={t(`fields.${name}`)}
          className="col-span-6"
          value={value === null ? '' : value ? 'yes' : 'no'}
          onChange={(answer) => onChange(answer === '' ? null : answer === 'yes')}
          emptyLabel={t('demands.byType')}
          options={[
            { value: 'yes', label: t('demands.yes') },
            { value: 'no', label: t('demands.no') },
          ]}
        />
      )}
    </FormField>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { OrderSettingsFields } from '@/contract/settings'
import { TermHelp } from '@/features/help/term-help'
import type { TermId } from '@/features/help/use-terms'
import { FormField } from '@/ui/form-field'
import { Select } from '@/ui/select'
import { WholeNumberField } from '@/ui/whole-number-field'
import type { SettingsFormApi } from './settings-form-values'

const terms: Partial<Record<keyof OrderSettingsFields, TermId>> = {
  pipelineId: 'pipeline',
  stageId: 'stage',
  probability: 'probability',
  opportunityTypeId: 'type',
  sourceId: 'source',
  taskTypeId: 'taskType',
  cancellationLossReasonId: 'lossReason',
  granularity: 'granularity',
}

function helpOf(name: keyof OrderSettingsFields): ReactNode {
  const id = terms[name]
  return id && <TermHelp id={id} />
}

type FieldOf<Value> = {
  [Name in keyof OrderSettingsFields]: OrderSettingsFields[Name] extends Value ? Name : never
}[keyof OrderSettingsFields]

type Option = { id: string; name: string; isActive: boolean }

export type RecordChoiceProps = {
  form: SettingsFormApi
  name: Extract<FieldOf<string | null>, `${string}Id`>
  options: readonly Option[]
  isRequired?: boolean
  className?: string
}

/** A record that is used as a default; an inactive one stays visible only where it is chosen. */
export function RecordChoice({ form, name, options, isRequired, className = 'col-span-6' }: RecordChoiceProps) {
  const t = useTranslations('settings')
  return (
    <FormField control={form.control} name={`settings.${name}`}>
      {({ value, onChange, ...field }) => (
        <Select
          {...field}
          label={t(`fields.${name}`)}
          labelEnd={helpOf(name)}
          isRequired={isRequired}
          className={className}
          value={value ?? ''}
          onChange={(id) => onChange(id || null)}
          emptyLabel={t('none')}
          options={options
            .filter(({ id, isActive }) => isActive || id === value)
            .map(({ id, name: label, isActive }) => ({
              value: id,
              label: isActive ? label : t('inactive', { name: label }),
            }))}
        />
      )}
    </FormField>
  )
}

type WordName =
  | 'initialOpportunityStatus'
  | 'opportunityOwner'
  | 'expectedClose'
  | 'initialTaskStatus'
  | 'taskAssignee'
  | 'dueFrom'
  | 'dueCounting'
  | 'granularity'

export type WordChoiceProps<Name extends WordName> = {
  form: SettingsFormApi
  name: Name
  words: readonly OrderSettingsFields[Name][]
  className?: string
}

/** One word among few. */
export function WordChoice<Name extends WordName>({
  form,
  name,
  words,
  className = 'col-span-6',
}: WordChoiceProps<Name>) {
  const t = useTranslations('settings')
  const wordOf = (word: string) => t(`words.${name}.${word}` as 'words.dueFrom.order')
  return (
    <FormField control={form.control} name={`settings.${name as WordName}`}>
      {({ value, onChange, ...field }) => (
        <Select
          {...field}
          label={t(`fields.${name as WordName}`)}
          labelEnd={helpOf(name)}
          className={className}
          value={value}
          onChange={(word) => onChange(word as typeof value)}
          options={words.map((word) => ({ value: word, label: wordOf(word) }))}
        />
      )}
    </FormField>
  )
}

export type NumberSettingProps = {
  form: SettingsFormApi
  name:
    | 'probability'
    | 'expectedCloseDays'
    | 'dueDays'
    | 'durationMinutes'
    | 'reminderMinutes'
    | 'requiredPhotos'
    | 'maxUnitsPerItem'
    | 'maxUnitsPerOrder'
  suffix?: string
  className?: string
}

/** A whole number, empty where the field may be left to others. */
export function NumberSetting({ form, name, suffix, className = 'col-span-6' }: NumberSettingProps) {
  const t = useTranslations('settings')
  return (
    <FormField control={form.control} name={`settings.${name}`}>
      {({ value, onChange, ...field }) => (
        <WholeNumberField
          {...field}
          label={t(`fields.${name}`)}
          labelEnd={helpOf(name)}
          className={className}
          suffix={suffix}
          value={value}
          onChange={(number) => onChange(number as number)}
        />
      )}
    </FormField>
  )
}

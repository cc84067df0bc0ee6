'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { FormField } from '@/ui/form-field'
import { Switch } from '@/ui/switch'
import { GenerationSettings } from './generation-settings'
import { OpportunitySettings } from './opportunity-settings'
import type { Gear, SettingsFormApi } from './settings-form-values'
import { TaskSettings } from './task-settings'

export type SettingsFieldsProps = { form: SettingsFormApi; gear: Gear }

/** 1.4 above 1.3, and independent of it; the defaults show only while the switch is on. */
export function SettingsFields({ form, gear }: SettingsFieldsProps) {
  const generates = useWatch({ control: form.control, name: 'settings.generatesOpportunity' })
  return (
    <>
      <Toggle form={form} name="showsProjectAndContract" />
      <div className="border-t border-line">
        <Toggle form={form} name="generatesOpportunity" />
        {generates && (
          <div className="pl-12">
            <Toggle form={form} name="generatesByDefault" />
          </div>
        )}
      </div>
      {generates && (
        <>
          <OpportunitySettings form={form} gear={gear} />
          <TaskSettings form={form} gear={gear} />
          <GenerationSettings form={form} />
        </>
      )}
    </>
  )
}

export type ToggleProps = {
  form: SettingsFormApi
  name:
    | 'showsProjectAndContract'
    | 'generatesOpportunity'
    | 'generatesByDefault'
    | 'winsWhenInvoiced'
    | 'groupsByServiceCode'
    | 'hidesValuesFromCoordinator'
}

/** A setting that is on or off, with its consequence. */
export function Toggle({ form, name }: ToggleProps) {
  const t = useTranslations('settings')
  return (
    <FormField control={form.control} name={`settings.${name}`}>
      {({ value, error: _, isDisabled: __, ...field }) => (
        <Switch {...field} value={value} label={t(`fields.${name}`)} description={t(`hints.${name}`)} />
      )}
    </FormField>
  )
}

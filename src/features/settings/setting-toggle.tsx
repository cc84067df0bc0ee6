'use client'
import { useTranslations } from 'next-intl'
import { FormField } from '@/ui/form-field'
import { Switch } from '@/ui/switch'
import type { SettingsFormApi } from './settings-form-values'

export type SettingToggleProps = {
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
export function SettingToggle({ form, name }: SettingToggleProps) {
  const t = useTranslations('settings')
  return (
    <FormField control={form.control} name={`settings.${name}`}>
      {({ value, error: _, isDisabled: __, ...field }) => (
        <Switch {...field} value={value} label={t(`fields.${name}`)} description={t(`hints.${name}`)} />
      )}
    </FormField>
  )
}

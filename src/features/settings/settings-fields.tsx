'use client'
import { useWatch } from 'react-hook-form'
import { GenerationSettings } from './generation-settings'
import { OpportunitySettings } from './opportunity-settings'
import { SettingToggle } from './setting-toggle'
import type { Gear, SettingsFormApi } from './settings-form-values'
import { TaskSettings } from './task-settings'

export type SettingsFieldsProps = { form: SettingsFormApi; gear: Gear }

/** 1.4 above 1.3, and independent of it; the defaults show only while the switch is on. */
export function SettingsFields({ form, gear }: SettingsFieldsProps) {
  const generates = useWatch({ control: form.control, name: 'settings.generatesOpportunity' })
  return (
    <>
      <SettingToggle form={form} name="showsProjectAndContract" />
      <div className="border-t border-line">
        <SettingToggle form={form} name="generatesOpportunity" />
        {generates && (
          <div className="pl-12">
            <SettingToggle form={form} name="generatesByDefault" />
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

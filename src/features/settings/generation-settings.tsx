'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { granularities } from '@/contract/settings'
import { Fold } from '@/ui/fold'
import { FormGrid } from '@/ui/form-grid'
import { SettingToggle } from './setting-toggle'
import type { SettingsFormApi } from './settings-form-values'
import { NumberSetting, WordChoice } from './settings-inputs'

/** How many tasks an item becomes, the limits of G9, and how notes are grouped. */
export function GenerationSettings({ form }: { form: SettingsFormApi }) {
  const t = useTranslations('settings')
  const [granularity, limit] = useWatch({
    control: form.control,
    name: ['settings.granularity', 'settings.maxUnitsPerItem'],
  })
  return (
    <Fold
      title={t('groups.generation')}
      note={t('generationNote', { granularity: t(`words.granularity.${granularity}`), limit })}
    >
      <FormGrid>
        <WordChoice form={form} name="granularity" words={granularities} className="col-span-12" />
        <NumberSetting form={form} name="maxUnitsPerItem" suffix={t('tasks')} />
        <NumberSetting form={form} name="maxUnitsPerOrder" suffix={t('tasks')} />
      </FormGrid>
      <SettingToggle form={form} name="groupsByServiceCode" />
      <SettingToggle form={form} name="hidesValuesFromCoordinator" />
    </Fold>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { expectedCloses, initialOpportunityStatuses, opportunityOwners, titleParts } from '@/contract/settings'
import { opportunityTitle } from '@/lib/opportunity-title'
import { Button } from '@/ui/button'
import { Fold } from '@/ui/fold'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { SettingToggle } from './setting-toggle'
import type { Gear, SettingsFormApi } from './settings-form-values'
import { NumberSetting, RecordChoice, WordChoice } from './settings-inputs'

/** The defaults of generated opportunities, with the title as an order would get it. */
export function OpportunitySettings({ form, gear: { options } }: { form: SettingsFormApi; gear: Gear }) {
  const t = useTranslations('settings')
  const { control } = form
  const [pipelineId, owner, expectedClose] = useWatch({
    control,
    name: ['settings.pipelineId', 'settings.opportunityOwner', 'settings.expectedClose'],
  })
  const stages = options.pipelines.find(({ id }) => id === pipelineId)?.stages ?? []
  return (
    <Fold title={t('groups.opportunity')} isOpenAtFirst>
      <FormGrid>
        <RecordChoice form={form} name="pipelineId" options={options.pipelines} isRequired />
        <RecordChoice form={form} name="stageId" options={stages} isRequired />
        <RecordChoice form={form} name="opportunityTypeId" options={options.opportunityTypes} />
        <RecordChoice form={form} name="sourceId" options={options.sources} />
        <WordChoice form={form} name="initialOpportunityStatus" words={initialOpportunityStatuses} />
        <NumberSetting form={form} name="probability" suffix={t('percent')} />
        <WordChoice form={form} name="opportunityOwner" words={opportunityOwners} />
        {owner === 'fixed' ? (
          <RecordChoice form={form} name="opportunityOwnerId" options={options.people} isRequired />
        ) : (
          <RecordChoice form={form} name="opportunityPriorityId" options={options.priorities} />
        )}
        {owner === 'fixed' && <RecordChoice form={form} name="opportunityPriorityId" options={options.priorities} />}
        <WordChoice form={form} name="expectedClose" words={expectedCloses} />
        <NumberSetting
          form={form}
          name="expectedCloseDays"
          suffix={t(expectedClose === 'days' ? 'days' : 'daysElse')}
        />
        <TitleTemplate form={form} sample={options.sample} />
        <RecordChoice form={form} name="concludedStageId" options={stages} />
        <RecordChoice form={form} name="cancellationLossReasonId" options={options.lossReasons} />
      </FormGrid>
      <SettingToggle form={form} name="winsWhenInvoiced" />
    </Fold>
  )
}

function TitleTemplate({ form, sample }: { form: SettingsFormApi; sample: Gear['options']['sample'] }) {
  const t = useTranslations('settings')
  const template = useWatch({ control: form.control, name: 'settings.titleTemplate' })
  const shown = sample ?? { pedido: 1, cliente: t('sampleCustomer'), projeto: t('sampleProject'), contrato: null }
  return (
    <div className="col-span-12">
      <div className="mb-1 flex flex-wrap justify-end gap-1">
        {titleParts.map((part) => (
          <Button
            key={part}
            size="small"
            onClick={() =>
              form.setValue('settings.titleTemplate', `${template} {${part}}`.trim(), { shouldDirty: true })
            }
          >
            {`{${part}}`}
          </Button>
        ))}
      </div>
      <FormTextField
        control={form.control}
        name="settings.titleTemplate"
        label={t('fields.titleTemplate')}
        isRequired
        maxLength={200}
      />
      <p className="mt-1 rounded-control border border-dashed border-control bg-sunken px-3 py-2" role="status">
        <span className="block text-xs text-ink-2">{t('preview', { number: `${shown.pedido}` })}</span>
        <b>{opportunityTitle(template, shown)}</b>
      </p>
    </div>
  )
}

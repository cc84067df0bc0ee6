'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TermsPanel } from '@/features/help/terms-panel'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useStoredValues } from '@/features/listing/use-stored-values'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { Drawer } from '@/ui/drawer'
import { ErrorSummary } from '@/ui/error-summary'
import { QueryBoundary, SkeletonRows } from '@/ui/query-boundary'
import { useShortcut } from '@/ui/shortcut-provider'
import { useZodForm } from '@/ui/use-zod-form'
import { SettingsFields } from './settings-fields'
import { settingsFormSchema, settingsFormValues } from './settings-form-values'

const FORM = 'order-settings'

/** 1.2: the gear of the order centre. Closing with unsaved changes asks; what is hidden keeps its values. */
export function SettingsDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('settings')
  return (
    <QueryBoundary
      skeleton={
        <Drawer isOpen onClose={onClose} title={t('title')}>
          <SkeletonRows />
        </Drawer>
      }
    >
      <LoadedSettings onClose={onClose} />
    </QueryBoundary>
  )
}

function LoadedSettings({ onClose }: { onClose: () => void }) {
  const t = useTranslations('settings')
  const trpc = useTRPC()
  const { data: gear, refetch } = useSuspenseQuery(trpc.settings.get.queryOptions({}))
  const form = useZodForm(settingsFormSchema, { defaultValues: settingsFormValues(gear.settings) })
  // Read while rendering, or the form does not keep count of it.
  const { isDirty } = form.formState
  useStoredValues(form, gear.settings.version, settingsFormValues(gear.settings))
  const [isLeaving, setIsLeaving] = useState(false)
  const [showsTerms, setShowsTerms] = useState(false)
  const save = useCommand(trpc.settings.update, { form, doneMessage: t('saved'), onDone: onClose })
  const submit = form.handleSubmit(async (values) => void (await save.run(values)))
  useShortcut('mod+s', () => void submit(), { label: t('save'), isInOverlay: true })
  const leave = () => (isDirty ? setIsLeaving(true) : onClose())

  return (
    <Drawer
      isOpen
      onClose={leave}
      title={t('title')}
      description={t('openOrders', { count: gear.options.openOrders })}
      footerStart={
        <Button variant="link" icon={BookOpen} onClick={() => setShowsTerms(true)}>
          {t('termsTitle')}
        </Button>
      }
      footer={
        <>
          <Button onClick={leave}>{t('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" shortcut="Ctrl+S" isPending={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary
          form={form}
          labelOf={(path) => t(`fields.${path.replace('settings.', '') as 'dueDays'}`)}
          refusal={save.refusal}
        >
          <StaleChoice
            refusal={save.refusal}
            onTakeStored={async () => {
              const { data } = await refetch()
              if (data) form.reset(settingsFormValues(data.settings))
              save.reset()
            }}
            onKeepMine={async () => {
              const { data } = await refetch()
              const { version } = data?.settings ?? {}
              if (version) await form.handleSubmit((values) => save.run({ ...values, version }))()
            }}
          />
        </ErrorSummary>
        <SettingsFields form={form} gear={gear} />
      </form>
      <TermsPanel isOpen={showsTerms} onClose={() => setShowsTerms(false)} />
      <ConfirmDialog
        isOpen={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={t('leaveTitle')}
        consequence={t('leaveConsequence')}
        confirmLabel={t('leaveConfirm')}
        keepLabel={t('leaveKeep')}
        isDanger
        onConfirm={onClose}
      />
    </Drawer>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { DraftOffer } from '@/features/drafts/draft-offer'
import type { FormDraft } from '@/features/drafts/use-form-draft'
import type { Command } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { FormFooter } from '@/ui/form-footer'
import { LinkButton } from '@/ui/link-button'
import { PageBody } from '@/ui/page-body'
import { useShortcut } from '@/ui/shortcut-provider'
import { UnsavedGuard } from '@/ui/unsaved-guard'
import { ServiceEvidence } from './service-evidence'
import { ServiceFiscal } from './service-fiscal'
import type { Service, ServiceFormApi, ServiceFormOutput, ServiceOptions } from './service-form-values'
import { ServiceIdentity } from './service-identity'
import { ServiceTasks } from './service-tasks'

export type ServiceFormProps = {
  form: ServiceFormApi
  /** The stored service; null while a new one is written. */
  service: Service | null
  options: ServiceOptions
  command: Pick<Command<never, unknown>, 'isPending' | 'refusal'>
  draft: FormDraft
  onSubmit: (fields: ServiceFormOutput) => Promise<void>
  /** Ways out of a refusal, inside the error summary. */
  waysOut?: ReactNode
}

/** A service with its price, its tax data and what its tasks ask. Goods have no tasks (G11). */
export function ServiceForm({ form, service, options, command, draft, onSubmit, waysOut }: ServiceFormProps) {
  const t = useTranslations('services.form')
  const submit = form.handleSubmit(onSubmit)
  const isReadOnly = service !== null && service.actions.update.length > 0
  const { isDirty } = form.formState
  const kind = useWatch({ control: form.control, name: 'kind' })
  useShortcut('mod+s', () => void submit(), { label: t('save'), isEnabled: !isReadOnly })
  return (
    <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void submit(event)}>
      <PageBody>
        <ErrorSummary form={form} labelOf={(path) => t(path as 'code')} refusal={command.refusal}>
          {waysOut}
        </ErrorSummary>
        <DraftOffer draft={draft} />
        <fieldset disabled={isReadOnly} className="min-w-0 space-y-3">
          <ServiceIdentity form={form} options={options} isNew={service === null} />
          {kind !== 'goods' && (
            <>
              <ServiceFiscal form={form} service={service} />
              <ServiceTasks form={form} options={options} />
              <ServiceEvidence form={form} options={options} />
            </>
          )}
        </fieldset>
      </PageBody>
      <FormFooter
        start={isReadOnly && <span className="text-ink-2">{t('readOnly')}</span>}
        actions={
          !isReadOnly && (
            <>
              {service && isDirty ? (
                <Button
                  onClick={() => {
                    draft.discard()
                    form.reset()
                  }}
                >
                  {t('discard')}
                </Button>
              ) : (
                <LinkButton href="/services">{t('back')}</LinkButton>
              )}
              <Button type="submit" variant="primary" shortcut="Ctrl+S" isPending={command.isPending}>
                {service ? t('saveChanges') : t('save')}
              </Button>
            </>
          )
        }
      />
      <UnsavedGuard isDirty={service !== null && isDirty && !command.isPending} />
    </form>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
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
import { CustomerAddresses } from './customer-addresses'
import { CustomerContacts } from './customer-contacts'
import type { Customer, CustomerFormApi, CustomerFormOutput } from './customer-form-values'
import { CustomerIdentity } from './customer-identity'

export type CustomerFormProps = {
  form: CustomerFormApi
  /** The stored customer; null while a new one is written. */
  customer: Customer | null
  command: Pick<Command<never, unknown>, 'isPending' | 'refusal'>
  draft: FormDraft
  onSubmit: (fields: CustomerFormOutput) => Promise<void>
  /** Ways out of a refusal, inside the error summary. */
  waysOut?: ReactNode
  children?: ReactNode
}

/** A customer with its addresses and contacts, saved in one gesture. */
export function CustomerForm({ form, customer, command, draft, onSubmit, waysOut, children }: CustomerFormProps) {
  const t = useTranslations('customers.form')
  const labelOf = useLabelOf()
  const submit = form.handleSubmit(onSubmit)
  const isReadOnly = customer !== null && customer.actions.update.length > 0
  const { isDirty } = form.formState
  useShortcut('mod+s', () => void submit(), { label: t('save'), isEnabled: !isReadOnly })
  return (
    <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void submit(event)}>
      <PageBody>
        <ErrorSummary form={form} labelOf={labelOf} refusal={command.refusal}>
          {waysOut}
        </ErrorSummary>
        <DraftOffer draft={draft} />
        <fieldset disabled={isReadOnly} className="min-w-0 space-y-3">
          <CustomerIdentity form={form} customerId={customer?.id ?? null} />
          <CustomerAddresses form={form} stored={customer?.addresses ?? []} />
          <CustomerContacts form={form} />
        </fieldset>
        {children}
      </PageBody>
      <FormFooter
        start={isReadOnly && <span className="text-ink-2">{t('readOnly')}</span>}
        actions={
          !isReadOnly && (
            <>
              {customer && isDirty ? (
                <Button
                  onClick={() => {
                    draft.discard()
                    form.reset()
                  }}
                >
                  {t('discard')}
                </Button>
              ) : (
                <LinkButton href="/customers">{t('back')}</LinkButton>
              )}
              <Button type="submit" variant="primary" shortcut="Ctrl+S" isPending={command.isPending}>
                {customer ? t('saveChanges') : t('save')}
              </Button>
            </>
          )
        }
      />
      <UnsavedGuard isDirty={customer !== null && isDirty && !command.isPending} />
    </form>
  )
}

function useLabelOf(): (path: string) => string {
  const t = useTranslations('customers.form')
  return (path) => {
    const [group, index, field] = path.split('.')
    if (index === undefined || field === undefined) return t(group as 'name')
    const name = t(group === 'contacts' ? 'contactTitle' : 'addressTitle', { position: Number(index) + 1 })
    return `${name}, ${t(field as 'street')}`
  }
}

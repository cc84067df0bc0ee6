'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DocumentMenu } from '@/features/documents/document-menu'
import { useFormDraft } from '@/features/drafts/use-form-draft'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useStoredValues } from '@/features/listing/use-stored-values'
import { useOrderForm } from '@/features/sales-orders/form/use-order-form'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Menu } from '@/ui/menu'
import { PageHeader } from '@/ui/page-header'
import { errorsOfQuote, QuoteForm } from './quote-form'
import { type Quote, quoteFormValues, quoteOfValues } from './quote-form-values'
import { QuoteStatusBadge } from './quote-status-badge'
import { ShownQuote } from './shown-quote'
import { useQuoteActions } from './use-quote-actions'

/** A stored quote: a draft is edited, any other is shown; its next step stands in the header. */
export function QuotePage({ number }: { number: number }) {
  const t = useTranslations('quotes')
  const { data: quote } = useSuspenseQuery(useTRPC().quotes.get.queryOptions({ number }))
  const { stepsOf, send, approve, askToConvert, isPending, dialog } = useQuoteActions()
  const { id, actions } = quote
  return (
    <>
      <PageHeader
        title={t('name', { number: `${number}` })}
        breadcrumb={[{ label: t('title'), href: '/quotes' }]}
        badge={<QuoteStatusBadge status={quote.shownStatus} />}
        actions={
          <>
            {actions.send.length === 0 && (
              <Button isPending={isPending} onClick={() => send(id)}>
                {t('actions.send')}
              </Button>
            )}
            {actions.approve.length === 0 && (
              <Button isPending={isPending} onClick={() => approve(id)}>
                {t('actions.approve')}
              </Button>
            )}
            {actions.convert.length === 0 && (
              <Button variant="primary" icon={ArrowRightLeft} onClick={() => askToConvert(quote)}>
                {t('actions.convert')}
              </Button>
            )}
            <DocumentMenu of={{ kind: 'quote', id, number }} mayShare={actions.share.length === 0} />
            <Menu label={t('actions.of', { number: `${number}` })} entries={stepsOf(quote)} />
          </>
        }
        isRuled
      />
      {actions.edit.length === 0 ? <EditedQuote quote={quote} /> : <ShownQuote quote={quote} />}
      {dialog}
    </>
  )
}

function EditedQuote({ quote }: { quote: Quote }) {
  const t = useTranslations('quotes.form')
  const trpc = useTRPC()
  const { refetch } = useSuspenseQuery(trpc.quotes.get.queryOptions({ number: quote.number }))
  const form = useOrderForm(quoteFormValues(quote))
  const [seenVersion, setSeenVersion] = useStoredValues(form, quote.version, quoteFormValues(quote))
  const draft = useFormDraft(form, {
    name: `quote.${quote.id}`,
    version: seenVersion,
    onTake: (version = seenVersion) => setSeenVersion(version),
  })
  const update = useCommand(trpc.quotes.update, { form: errorsOfQuote(form), doneMessage: t('saved') })

  async function save(version: number) {
    const values = form.getValues()
    const content = quoteOfValues(values, quote.opportunity?.id ?? null)
    const saved = await update.run({ ...content, quoteId: quote.id, version })
    if (!saved) return
    draft.discard()
    setSeenVersion(saved.version)
    form.reset(values)
  }
  async function takeStored() {
    const { data } = await refetch()
    if (data) {
      setSeenVersion(data.version)
      form.reset(quoteFormValues(data))
    }
    draft.discard()
    update.reset()
  }
  async function keepMine() {
    const { data } = await refetch()
    if (data) await save(data.version)
  }
  return (
    <QuoteForm
      form={form}
      initialCustomer={quote.customer}
      refusal={update.refusal}
      isPending={update.isPending}
      draft={draft}
      waysOut={<StaleChoice refusal={update.refusal} onTakeStored={takeStored} onKeepMine={keepMine} />}
      onSubmit={() => save(seenVersion)}
    />
  )
}

'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { DraftNote } from '@/features/drafts/draft-note'
import { useFormDraft } from '@/features/drafts/use-form-draft'
import { isOrderWorthKeeping } from '@/features/sales-orders/form/order-form-values'
import { useOrderForm } from '@/features/sales-orders/form/use-order-form'
import { usePreparedOrder } from '@/features/sales-orders/form/use-prepared-order'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { PageHeader } from '@/ui/page-header'
import { errorsOfQuote, QuoteForm } from './quote-form'
import { newQuoteValues, quoteOfValues } from './quote-form-values'

/** A new quote: a draft until it is sent. */
export function NewQuote() {
  const t = useTranslations('quotes')
  const router = useRouter()
  const opening = usePreparedOrder('')
  const form = useOrderForm(newQuoteValues(opening))
  const draft = useFormDraft(form, { name: 'quote.new', isWorthKeeping: isOrderWorthKeeping })
  const create = useCommand(useTRPC().quotes.create, {
    form: errorsOfQuote(form),
    doneMessage: ({ number }) => t('form.created', { number: `${number}` }),
    onDone: ({ number }) => {
      draft.discard()
      router.push(`/quotes/${number}` as Route)
    },
  })
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        breadcrumb={[{ label: t('title'), href: '/quotes' }]}
        note={<DraftNote draft={draft} />}
        isRuled
      />
      <QuoteForm
        form={form}
        refusal={create.refusal}
        isPending={create.isPending}
        draft={draft}
        onSubmit={async (values) => {
          await create.run(quoteOfValues(values, null))
        }}
      />
    </>
  )
}

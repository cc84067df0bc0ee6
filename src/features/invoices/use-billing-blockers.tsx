'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Refusal } from '@/contract/errors'
import type { Blocker } from '@/ui/blocker-list'
import { TextLink } from '@/ui/text-link'

/** A reason as a question or a command answers it; the command brings its sentence along. */
export type BillingRefusal = Refusal & { message?: string }

type Errors = ReturnType<typeof useTranslations<'errors'>>

/** Reasons against billing as sentences, each with its way out. Ways lead to another tab, so that what is open here stays. */
export function useBillingBlockers(): (refusals: readonly BillingRefusal[], salesOrderId?: string) => Blocker[] {
  const t = useTranslations('invoices.ways')
  const errors = useTranslations('errors')
  function wayOf({ code, action }: Refusal, salesOrderId: string | undefined): ReactNode {
    const { kind, id, number } = action ?? {}
    const link = (href: string, words: string) => (
      <TextLink href={href} isNewTab isStrong>
        {words}
      </TextLink>
    )
    const tasks = salesOrderId ? `/tasks?salesOrderId=${salesOrderId}` : `/sales-orders/${number}`
    switch (kind) {
      case 'open_item_tasks':
        return link(tasks, t('tasks'))
      case 'assign_task':
        return link(tasks, t('assign'))
      case 'generate_missing':
        return link(`/sales-orders/${number}`, t('generate'))
      case 'open_order':
        return link(`/sales-orders/${number}`, t('order'))
      case 'open_customer':
        return link(`/customers/${number}`, t('customer'))
      case 'open_service':
        return link(`/services/${id}`, t('service'))
      case 'open_invoice':
        return number && code !== 'INVOICE_TRANSITION_NOT_ALLOWED'
          ? link(`/invoices/${number}`, t('invoice', { number }))
          : undefined
      case 'open_company':
        return t('company')
      default:
        return undefined
    }
  }
  return (refusals, salesOrderId) =>
    refusals.map((refusal) => ({
      key: JSON.stringify([refusal.code, refusal.params, refusal.field, refusal.itemId]),
      sentence: refusal.message ?? sentenceOf(errors, refusal),
      action: wayOf(refusal, salesOrderId),
    }))
}

// The parameters of a code are known to its sentence alone; the server and the catalogue keep them together.
function sentenceOf(errors: Errors, { code, params }: Refusal): string {
  return errors(code as 'FORBIDDEN', params as never)
}

'use client'
import { useTranslations } from 'next-intl'
import type { Refusal } from '@/contract/errors'
import type { Blocker } from '@/ui/blocker-list'
import { TextLink } from '@/ui/text-link'

/** Turns refusals into sentences, each with the way to what resolves it. */
export function useBlockers(): (refusals: readonly Refusal[]) => Blocker[] {
  const t = useTranslations('errors')
  const words = useTranslations('listing.waysOut')
  return (refusals) =>
    refusals.map((refusal, index) => {
      const href = hrefOf(refusal)
      const kind = refusal.action?.kind
      return {
        key: `${refusal.code}-${index}`,
        sentence: t(refusal.code, refusal.params as never),
        action: href && kind && <TextLink href={href}>{words(kind)}</TextLink>,
      }
    })
}

function hrefOf({ action }: Refusal): string | undefined {
  if (!action) return undefined
  const { kind, number, id } = action
  if (kind === 'open_settings') return '/sales-orders?panel=settings'
  if (
    kind === 'open_order' ||
    kind === 'generate_missing' ||
    kind === 'close_balance' ||
    kind === 'close_item_balance'
  ) {
    return number === undefined ? undefined : `/sales-orders/${number}`
  }
  if (kind === 'open_item_tasks' || kind === 'assign_task') {
    return number === undefined ? undefined : `/tasks?q=${number}`
  }
  if (kind === 'open_invoice' || kind === 'cancel_invoice')
    return number === undefined ? '/invoices' : `/invoices/${number}`
  if (kind === 'open_opportunity') return number === undefined ? undefined : `/opportunities/${number}`
  if (kind === 'open_customer') return number === undefined ? '/customers' : `/customers/${number}`
  if (kind === 'open_service') return id ? `/services/${id}` : '/services'
  if (kind === 'open_company') return '/settings'
  if (kind === 'open_rework') return id ? `/tasks?task=${id}` : '/tasks'
  return undefined
}

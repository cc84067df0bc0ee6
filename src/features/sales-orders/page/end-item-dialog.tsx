'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useBlockers } from '@/features/refusals/use-blockers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { BlockerList } from '@/ui/blocker-list'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { SkeletonRows } from '@/ui/query-boundary'
import { UnitNames } from './item-impact'
import type { OrderItem } from './order-page'

export type EndItemKind = 'remove' | 'closeBalance'
export type EndItemDialogProps = {
  item: OrderItem
  kind: EndItemKind
  onKind: (kind: EndItemKind) => void
  onClose: () => void
}

/** E6: removes an item, or keeps of it what was done; one that cannot go offers to close its balance. */
export function EndItemDialog({ item, kind, onKind, onClose }: EndItemDialogProps) {
  const t = useTranslations('orderPage.end')
  const trpc = useTRPC()
  const [cancelsStarted, setCancelsStarted] = useState(false)
  const { data: preview, refetch } = useQuery({
    ...trpc.salesOrders.previewItemChange.queryOptions({ kind, itemId: item.id, cancelsStarted }),
    placeholderData: keepPreviousData,
  })
  const blockersOf = useBlockers({ isNewTab: true })
  const options = {
    doneMessage: t(`${kind}Done`, { item: item.position }),
    onDone: onClose,
    onRefused: () => void refetch(),
  }
  const remove = useCommand(trpc.salesOrders.removeItem, options)
  const close = useCommand(trpc.salesOrders.closeItemBalance, options)
  const { run, isPending, refusal } = kind === 'remove' ? remove : close
  const refusals = preview?.refusals ?? []
  const offersBalance = kind === 'remove' && refusals.some(({ action }) => action?.kind === 'close_item_balance')
  const asksStarted = refusals.some(({ code }) => code === 'STARTED_UNITS_NEED_CONFIRMATION')
  const blockers = blockersOf(
    refusals.filter(({ code }) => code !== 'STARTED_UNITS_NEED_CONFIRMATION'),
    ({ action }) => (action?.kind === 'close_item_balance' ? null : undefined),
  )

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(kind, { item: item.position })}
      description={item.description}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          {offersBalance ? (
            <Button variant="primary" onClick={() => onKind('closeBalance')}>
              {t('offer')}
            </Button>
          ) : (
            <Button
              variant="danger"
              isPending={isPending}
              isDisabled={!preview || refusals.length > 0}
              onClick={() => {
                if (!preview) return
                const { version, fingerprint } = preview
                void run({ itemId: item.id, version, fingerprint, cancelsStarted })
              }}
            >
              {t(`${kind}Confirm`, { item: item.position })}
            </Button>
          )}
        </>
      }
    >
      {preview ? (
        <div className="grid gap-3">
          <p role="status">{t(`${kind}Effect`, { tasks: preview.cancelled.length })}</p>
          {preview.cancelled.length > 0 && (
            <p className="text-ink-2">
              <UnitNames units={preview.cancelled} />
            </p>
          )}
          <BlockerList blockers={blockers} title={t(`${kind}Blocked`)} />
          {offersBalance && <p className="text-ink-2">{t('offerHint')}</p>}
          {(asksStarted || cancelsStarted) && (
            <Checkbox label={t('started')} value={cancelsStarted} onChange={setCancelsStarted} />
          )}
          {refusal && (
            <p role="alert" className="font-medium text-danger-tx">
              {refusal.message}
            </p>
          )}
        </div>
      ) : (
        <SkeletonRows />
      )}
    </Dialog>
  )
}

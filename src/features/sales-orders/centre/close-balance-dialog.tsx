'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import type { OrderDialogProps } from './reactivate-order-dialog'

/** C3: closes what is still open of an order; the effect comes from the plan that will run. */
export function CloseBalanceDialog({ order, onClose }: OrderDialogProps) {
  const t = useTranslations('salesOrders.closeBalance')
  const trpc = useTRPC()
  const { data: preview } = useQuery(
    trpc.salesOrders.previewCancel.queryOptions({ kind: 'closeBalance', salesOrderId: order.id }),
  )
  const close = useCommand(trpc.salesOrders.closeBalance, { onDone: onClose, onRefused: () => undefined })
  if (!preview) return null
  const { salesOrderId, version, fingerprint, cancelled } = preview
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { number: `${order.number}` })}
      consequence={t('consequence', { tasks: cancelled.length })}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isDanger
      isPending={close.isPending}
      reason={{ label: t('reason'), isRequired: true, maxLength: 500 }}
      error={close.refusal?.blockers.map(({ message }) => message).join(' ')}
      onConfirm={(reason) => void close.run({ salesOrderId, version, fingerprint, reason })}
    />
  )
}

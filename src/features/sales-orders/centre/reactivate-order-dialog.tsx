'use client'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'

export type OrderDialogProps = { order: { id: string; number: number }; onClose: () => void }

/** C4: says what comes back with a cancelled order, and brings it back. */
export function ReactivateOrderDialog({ order, onClose }: OrderDialogProps) {
  const t = useTranslations('salesOrders.reactivate')
  const number = `${order.number}`
  const reactivate = useCommand(useTRPC().salesOrders.reactivate, {
    doneMessage: t('done', { number }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { number })}
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isPending={reactivate.isPending}
      reason={{ label: t('reason'), maxLength: 500 }}
      error={reactivate.refusal?.message}
      onConfirm={(reason) => void reactivate.run({ salesOrderId: order.id, reason })}
    />
  )
}

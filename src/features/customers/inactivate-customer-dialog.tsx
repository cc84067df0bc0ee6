'use client'
import { useTranslations } from 'next-intl'
import { RecordUses } from '@/features/registers/record-uses'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'

export type InactivateCustomerDialogProps = { customer: { id: string; name: string }; onClose: () => void }

/** Says what inactivating a customer does, and does it. */
export function InactivateCustomerDialog({ customer, onClose }: InactivateCustomerDialogProps) {
  const t = useTranslations('customers.inactivate')
  const inactivate = useCommand(useTRPC().customers.inactivate, {
    doneMessage: ({ name }) => t('done', { name }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { name: customer.name })}
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isDanger
      isPending={inactivate.isPending}
      error={inactivate.refusal?.message}
      onConfirm={() => void inactivate.run({ id: customer.id })}
    >
      <RecordUses kind="customers" id={customer.id} />
    </ConfirmDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { RegisterKind } from '@/contract/registers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { RecordUses } from './record-uses'

export type InactivateRegisterDialogProps = {
  kind: RegisterKind
  row: { id: string; name: string }
  onClose: () => void
}

/** Says where the row is used and what inactivating it does, and does it. */
export function InactivateRegisterDialog({ kind, row, onClose }: InactivateRegisterDialogProps) {
  const t = useTranslations('registers')
  const inactivate = useCommand(useTRPC().registers.inactivate, {
    doneMessage: ({ name }) => t('done.inactivated', { name }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('inactivate.title', { name: row.name })}
      consequence={t('inactivate.consequence')}
      confirmLabel={t('inactivate.confirm', { name: row.name })}
      keepLabel={t('inactivate.keep')}
      isDanger
      isPending={inactivate.isPending}
      error={inactivate.refusal?.message}
      onConfirm={() => void inactivate.run({ kind, id: row.id })}
    >
      <RecordUses kind={kind} id={row.id} />
    </ConfirmDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { RecordUses } from '@/features/registers/record-uses'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { ConfirmDialog } from '@/ui/confirm-dialog'

export type InactivateServiceDialogProps = { service: { id: string; code: string }; onClose: () => void }

/** Says what inactivating a service does, and does it. */
export function InactivateServiceDialog({ service, onClose }: InactivateServiceDialogProps) {
  const t = useTranslations('services.inactivate')
  const inactivate = useCommand(useTRPC().services.inactivate, {
    doneMessage: ({ code }) => t('done', { code }),
    onDone: onClose,
    onRefused: () => undefined,
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { code: service.code })}
      consequence={t('consequence')}
      confirmLabel={t('confirm')}
      keepLabel={t('keep')}
      isDanger
      isPending={inactivate.isPending}
      error={inactivate.refusal?.message}
      onConfirm={() => void inactivate.run({ id: service.id })}
    >
      <RecordUses kind="services" id={service.id} />
    </ConfirmDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { UsedKind } from '@/contract/registers'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { RecordUses } from './record-uses'

export type UsesDialogProps = { kind: UsedKind; record: { id: string; name: string }; onClose: () => void }

/** "Onde é usado". */
export function UsesDialog({ kind, record, onClose }: UsesDialogProps) {
  const t = useTranslations('registers.uses')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dialogTitle', { name: record.name })}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <RecordUses kind={kind} id={record.id} />
    </Dialog>
  )
}

'use client'
import { AlignLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { invoiceTextLimit } from '@/contract/invoices'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/text-area'

export type IssueNoteTextProps = {
  /** As the units write it (F19). */
  automatic: string
  /** As the person rewrote it. */
  edited: string | undefined
  /** Undefined goes back to the automatic text. */
  onEdit: (text: string | undefined) => void
}

/** The text of a note: shown with its length, and rewritten on demand. */
export function IssueNoteText({ automatic, edited, onEdit }: IssueNoteTextProps) {
  const t = useTranslations('invoices.issue.text')
  if (edited === undefined) {
    return (
      <div className="flex items-start gap-2 text-xs text-ink-2">
        <AlignLeft aria-hidden strokeWidth={1.75} className="mt-px size-[14px] flex-none" />
        <p className="min-w-0">
          <span className="wrap-anywhere">{t('shown', { text: automatic })}</span>{' '}
          <span className="whitespace-nowrap text-ink-3">
            {t('count', { count: automatic.length, max: invoiceTextLimit })}
          </span>{' '}
          <Button variant="link" onClick={() => onEdit(automatic)}>
            {t('edit')}
          </Button>
        </p>
      </div>
    )
  }
  return (
    <div>
      <TextArea
        label={t('label')}
        value={edited}
        rows={3}
        maxLength={invoiceTextLimit}
        error={edited.trim() === '' ? t('empty') : undefined}
        hint={edited === automatic ? undefined : t('edited')}
        onChange={onEdit}
      />
      <Button variant="link" className="mt-1 text-xs" onClick={() => onEdit(undefined)}>
        {t('automatic')}
      </Button>
    </div>
  )
}

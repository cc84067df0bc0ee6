'use client'
import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ImportRegister } from '@/contract/imports'
import type { SheetSummary } from '@/server/api/answer-import'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'

export type ImportSummaryProps = { register: ImportRegister; summary: SheetSummary; onAnother: () => void }

/** What was written, and where to go from here. */
export function ImportSummary({ register, summary, onAnother }: ImportSummaryProps) {
  const t = useTranslations('imports')
  const frame = useRef<HTMLDivElement>(null)
  // What was pressed is gone.
  useEffect(() => frame.current?.focus(), [])
  const counts = [
    t('run.created', { count: summary.createdCount }),
    t('run.updated', { count: summary.updatedCount }),
    t('run.skipped', { count: summary.skippedCount }),
  ]
  return (
    <div ref={frame} tabIndex={-1} role="status" className="outline-none">
      <EmptyState
        icon={CircleCheck}
        title={t('run.title')}
        hint={counts.join(' · ')}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button onClick={onAnother}>{t('run.another')}</Button>
            <LinkButton href={`/${register}`} variant="primary">
              {t(`${register}.openAll`)}
            </LinkButton>
          </div>
        }
      />
    </div>
  )
}

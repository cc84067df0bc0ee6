'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Refusal } from '@/contract/errors'
import { useBlockers } from '@/features/refusals/use-blockers'
import { BlockerList } from '@/ui/blocker-list'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import type { BulkReport } from './bulk-gesture'
import { ReworkDialog } from './rework-dialog'
import type { Target } from './use-task-selection'

/** What a gesture over several tasks did: done, already so, and refused, each with its reasons and ways out. */
export function BulkReportDialog({ report, onClose }: { report: BulkReport; onClose: () => void }) {
  const t = useTranslations('tasks.report')
  const words = useTranslations('kit')
  const [reworking, setReworking] = useState<Target | null>(null)
  const [reworked, setReworked] = useState<ReadonlySet<string>>(new Set())
  const { action, targets, answers } = report
  const nameOf = new Map(targets.map(({ id, name }) => [id, name]))
  const done = answers.filter(({ outcome }) => outcome === 'done').length
  const already = answers.filter(({ outcome }) => outcome === 'already').length
  const refused = answers.flatMap((answer) => (answer.outcome === 'refused' ? [answer] : []))
  return (
    <>
      <Dialog
        isOpen
        onClose={onClose}
        title={t(`title.${action}`)}
        footer={
          <Button variant="primary" onClick={onClose}>
            {words('close')}
          </Button>
        }
      >
        <ul className="space-y-2">
          <li>
            <Callout tone={done > 0 ? 'ok' : 'info'}>{t(`done.${action}`, { count: done })}</Callout>
          </li>
          {already > 0 && (
            <li>
              <Callout tone="info">{t('already', { count: already })}</Callout>
            </li>
          )}
          {refused.length > 0 && (
            <li>
              <Callout tone="warn">{t('refused', { count: refused.length })}</Callout>
            </li>
          )}
        </ul>
        {refused.map(({ id, refusals }) => (
          <RefusedTask
            key={id}
            name={nameOf.get(id) ?? ''}
            refusals={refusals}
            isReworked={reworked.has(id)}
            onRework={() => setReworking({ id, name: nameOf.get(id) ?? '' })}
          />
        ))}
      </Dialog>
      {reworking && (
        <ReworkDialog
          target={reworking}
          onClose={() => setReworking(null)}
          onOpened={() => {
            setReworked(new Set([...reworked, reworking.id]))
            setReworking(null)
          }}
        />
      )}
    </>
  )
}

type RefusedTaskProps = { name: string; refusals: Refusal[]; isReworked: boolean; onRework: () => void }

function RefusedTask({ name, refusals, isReworked, onRework }: RefusedTaskProps) {
  const t = useTranslations('tasks.report')
  const blockersOf = useBlockers()
  const blockers = blockersOf(refusals, ({ action }) => {
    if (action?.kind !== 'open_rework') return undefined
    if (isReworked) return <span className="text-ok-tx">{t('reworkOpened')}</span>
    return (
      <Button size="small" onClick={onRework}>
        {t('openRework')}
      </Button>
    )
  })
  return (
    <section>
      <h3 className="font-medium">{name}</h3>
      <BlockerList title={null} blockers={blockers} />
    </section>
  )
}

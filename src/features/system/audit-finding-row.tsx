'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { TextLink } from '@/ui/text-link'

type Finding = NonNullable<inferRouterOutputs<AppRouter>['audits']['latest']['latest']>['findings'][number]

/** One divergence: which record, what is wrong with it, what to do; a derived one is repaired by a click. */
export function AuditFindingRow({ finding }: { finding: Finding }) {
  const t = useTranslations('system.audit')
  const repair = useCommand(useTRPC().audits.repair, { doneMessage: t('repairedDone') })
  const { invariant, record, repairedAt, repairedByName, canRepair } = finding
  const href = hrefOf(record)
  const name = useRecordName()(record)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <div className="min-w-0 flex-1 basis-80">
        <p className={repairedAt ? 'text-ink-3' : undefined}>
          {href ? (
            <TextLink href={href} isStrong>
              {name}
            </TextLink>
          ) : (
            <b>{name}</b>
          )}
          {': '}
          {t(`sentence.${invariant}`)}
        </p>
        <p className="text-ink-2">
          {repairedAt
            ? t('repaired', { when: formatDateTime(repairedAt), name: repairedByName ?? '' })
            : t(`advice.${invariant}`)}
        </p>
      </div>
      {canRepair && (
        <Button isPending={repair.isPending} onClick={() => void repair.run({ findingId: finding.id })}>
          {t('repair')}
        </Button>
      )}
    </li>
  )
}

function useRecordName(): (record: Finding['record']) => string {
  const t = useTranslations('system.audit.record')
  return ({ kind, orderNumber, number, name }) => {
    if (kind === 'command') return t('command')
    if (kind === 'task' && orderNumber === null) return name ? t('looseTask', { name }) : t('gone')
    if (orderNumber === null) return t('gone')
    const words = { order: String(orderNumber), number: String(number ?? 'none'), name }
    if (kind === 'salesOrder') return t('salesOrder', words)
    if (kind === 'salesOrderItem') return t('salesOrderItem', words)
    return kind === 'task' ? t('task', words) : t('invoice', words)
  }
}

function hrefOf({ kind, orderNumber, number }: Finding['record']): string | null {
  if (kind === 'invoice' && number !== null) return `/invoices/${number}`
  return orderNumber === null ? null : `/sales-orders/${orderNumber}`
}

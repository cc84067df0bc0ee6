'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useBlockers } from '@/features/refusals/use-blockers'
import { useReasonWords } from '@/features/timeline/use-reason-words'
import { formatDate, formatDateTime } from '@/lib/calendar-date'
import { formatPhone } from '@/lib/phone'
import { BlockerList } from '@/ui/blocker-list'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Flag } from '@/ui/flag'
import { ProgressBar } from '@/ui/progress-bar'
import { TextLink } from '@/ui/text-link'
import { placeLines } from './place-lines'
import type { TaskDetail } from './task-line'
import { isReceivedLater } from './task-standing'
import { useTaskPanel } from './use-task-panel'

/** Who, where, when, and where the task belongs. */
export function TaskFacts({ task, onRework }: { task: TaskDetail; onRework: () => void }) {
  const t = useTranslations('tasks.facts')
  const { hrefOf } = useTaskPanel()
  const { order, opportunity, invoice, customer, contact, item, place, assignee, location } = task
  const address = placeLines(place)
  return (
    <>
      <Standing task={task} onRework={onRework} />
      <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-4 gap-y-2 max-phone:grid-cols-1 max-phone:gap-y-0">
        <Fact label={t('assignee')}>{assignee ? assignee.name : <Flag tone="warn">{t('nobody')}</Flag>}</Fact>
        <Fact label={t('where')}>
          {location && <div className="font-medium">{location}</div>}
          {address.length > 0 ? address.map((line) => <div key={line}>{line}</div>) : !location && t('noPlace')}
        </Fact>
        <When task={task} />
        {customer && (
          <Fact label={t('customer')}>
            <TextLink href={`/customers/${customer.number}`}>{customer.name}</TextLink>
            {customer.phone && <span className="text-ink-2"> · {formatPhone(customer.phone)}</span>}
            {contact && (
              <div className="text-ink-2">
                {contact.name}
                {contact.phone && ` · ${formatPhone(contact.phone)}`}
              </div>
            )}
          </Fact>
        )}
        {order && (
          <Fact label={t('order')}>
            <TextLink href={`/sales-orders/${order.number}`}>
              {t('orderNumber', { number: `${order.number}` })}
            </TextLink>
            {item && (
              <span className="ml-3">
                <ProgressBar done={item.concluded} total={item.generated} />
              </span>
            )}
          </Fact>
        )}
        {opportunity && (
          <Fact label={t('opportunity')}>
            <TextLink href={`/opportunities/${opportunity.number}`}>
              {t('opportunityName', { number: `${opportunity.number}`, title: opportunity.title })}
            </TextLink>
          </Fact>
        )}
        <Fact label={t('invoice')}>
          {invoice ? (
            <TextLink href={`/invoices/${invoice.number}`}>
              {t('invoiceNumber', { number: `${invoice.number}` })}
            </TextLink>
          ) : (
            <span className="text-ink-3">{t(task.isWaived ? 'waived' : task.item ? 'noInvoice' : 'neverBilled')}</span>
          )}
        </Fact>
        <Fact label={t('type')}>
          {task.taskType.name}
          {task.priority && <span className="text-ink-2"> · {t('priority', { name: task.priority.name })}</span>}
        </Fact>
        {task.complement && <Fact label={t('complement')}>{task.complement}</Fact>}
        {task.instructions && <Fact label={t('instructions')}>{task.instructions}</Fact>}
        {task.reworkOf && (
          <Fact label={t('reworkOf')}>
            <TextLink href={hrefOf(task.reworkOf.id)}>
              {task.reworkOf.unitNo === null
                ? task.reworkOf.subject
                : t('unitName', { subject: task.reworkOf.subject, unit: task.reworkOf.unitNo })}
            </TextLink>
          </Fact>
        )}
        {task.reworks.length > 0 && (
          <Fact label={t('reworks')}>
            {task.reworks.map(({ id, subject }) => (
              <div key={id}>
                <TextLink href={hrefOf(id)}>{subject}</TextLink>
              </div>
            ))}
          </Fact>
        )}
      </dl>
    </>
  )
}

function When({ task }: { task: TaskDetail }) {
  const t = useTranslations('tasks.facts')
  const timeZone = useTimeZone()
  const at = (instant: Date) => formatDateTime(instant, timeZone)
  const { dueOn, scheduledAt, durationMinutes, startedAt, concludedAt, concludedOnDeviceAt, concluder } = task
  return (
    <>
      <Fact label={t('dueOn')}>
        {dueOn ? formatDate(dueOn) : <Flag tone="warn">{t('noDueOn')}</Flag>}
        {scheduledAt && (
          <span className="text-ink-2"> · {t('scheduledAt', { at: at(scheduledAt), minutes: durationMinutes })}</span>
        )}
      </Fact>
      {startedAt && <Fact label={t('startedAt')}>{at(startedAt)}</Fact>}
      {concludedAt && (
        <Fact label={t('concludedAt')}>
          <div>
            {at(concludedOnDeviceAt ?? concludedAt)}
            {concluder && <span className="text-ink-2"> · {concluder.name}</span>}
          </div>
          {concludedOnDeviceAt && (
            <div className="text-xs text-ink-2">
              {isReceivedLater(concludedOnDeviceAt, concludedAt)
                ? t('receivedLater', { at: at(concludedAt) })
                : t('received', { at: at(concludedAt) })}
            </div>
          )}
        </Fact>
      )}
    </>
  )
}

/** What explains the state: a conclusion by the office, a failed visit, a cancellation, a note that holds the task. */
function Standing({ task, onRework }: { task: TaskDetail; onRework: () => void }) {
  const t = useTranslations('tasks.facts')
  const blockersOf = useBlockers()
  const reasonWords = useReasonWords()
  const { status, isConcludedByOffice, conclusionReason, notDoneReason, cancelReason, attempts, actions } = task
  const toReopen = status === 'concluded' ? actions.reopen.filter(({ code }) => code !== 'FORBIDDEN') : []
  const blockers = blockersOf(toReopen, ({ action }) =>
    action?.kind === 'open_rework' && actions.openRework.length === 0 ? (
      <Button size="small" onClick={onRework}>
        {t('openRework')}
      </Button>
    ) : undefined,
  )
  return (
    <>
      {status === 'not_done' && (
        <Callout tone="warn" title={t('notDone', { count: attempts })}>
          {notDoneReason}
        </Callout>
      )}
      {status === 'cancelled' && cancelReason && (
        <Callout tone="info" title={t('cancelled')}>
          {reasonWords(cancelReason)}
        </Callout>
      )}
      {isConcludedByOffice && (
        <Callout tone="info" title={t('byOffice')}>
          {conclusionReason}
        </Callout>
      )}
      {blockers.length > 0 && <BlockerList title={t('whyNotReopen')} blockers={blockers} />}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 wrap-break-word whitespace-pre-line max-phone:mb-2">{children}</dd>
    </>
  )
}

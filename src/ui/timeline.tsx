import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TimelineEvent = {
  id: string
  /** As people read it: "hoje 11:20", "17/11 09:12". */
  at: string
  /** For machines: the instant in ISO. */
  instant: string
  icon: LucideIcon
  tone?: 'neutral' | 'info' | 'warn' | 'ok' | 'danger'
  title: ReactNode
  detail?: ReactNode
}

const dot = {
  neutral: 'border-line bg-surface text-ink-2',
  info: 'border-transparent bg-info-bg text-info-fg',
  warn: 'border-transparent bg-warn-bg text-warn-fg',
  ok: 'border-transparent bg-ok-bg text-ok-fg',
  danger: 'border-transparent bg-danger-bg text-danger-fg',
}

/** What happened, newest first. `isCompact` puts the time under the sentence, for side columns. */
export function Timeline({ events, isCompact = false }: { events: readonly TimelineEvent[]; isCompact?: boolean }) {
  return (
    <ol className="list-none p-0">
      {events.map((event) => (
        <li
          key={event.id}
          className={classNames(
            'ui-timeline relative grid gap-x-3 pb-3 last:pb-0',
            isCompact
              ? 'grid-cols-[24px_1fr] [--rail:11.5px]'
              : 'grid-cols-[96px_24px_1fr] [--rail:119.5px] max-phone:grid-cols-[24px_1fr] max-phone:[--rail:11.5px]',
          )}
        >
          {!isCompact && (
            <time
              dateTime={event.instant}
              className="text-right leading-6 whitespace-nowrap text-ink-2 max-phone:hidden"
            >
              {event.at}
            </time>
          )}
          <span
            className={classNames('grid size-6 place-items-center rounded-full border', dot[event.tone ?? 'neutral'])}
          >
            <event.icon aria-hidden strokeWidth={1.75} className="size-[14px]" />
          </span>
          <div className="mt-0.5 min-w-0">
            <div>{event.title}</div>
            {event.detail && <div className="text-xs text-ink-2">{event.detail}</div>}
            <time
              dateTime={event.instant}
              className={classNames('block text-xs text-ink-2', !isCompact && 'phone:hidden')}
            >
              {event.at}
            </time>
          </div>
        </li>
      ))}
    </ol>
  )
}

'use client'
import {
  ArrowRight,
  Ban,
  CalendarClock,
  Check,
  ClipboardList,
  Hammer,
  Link2,
  Link2Off,
  type LucideIcon,
  Pause,
  Pencil,
  Play,
  ReceiptText,
  RotateCcw,
  Sparkles,
  Target,
  TriangleAlert,
  UserPlus,
} from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate, formatTime, todayIn } from '@/lib/calendar-date'
import { unitRanges } from '@/lib/unit-ranges'
import type { TimelineEvent } from '@/ui/timeline'
import { type EventGroup, type EventLine, groupEvents, type UnitsOfSubject } from './group-events'
import { useMomentWords } from './use-moment-words'
import { useReasonWords } from './use-reason-words'

type Look = { icon: LucideIcon; tone?: TimelineEvent['tone'] }

const looks: Record<string, Look> = {
  'task.concluded': { icon: Check, tone: 'ok' },
  'task.assigned': { icon: UserPlus },
  'task.unassigned': { icon: UserPlus, tone: 'warn' },
  'task.scheduled': { icon: CalendarClock },
  'task.started': { icon: Play, tone: 'info' },
  'task.resumed': { icon: Play, tone: 'info' },
  'task.paused': { icon: Pause },
  'task.notDone': { icon: TriangleAlert, tone: 'warn' },
  'task.reopened': { icon: RotateCcw, tone: 'warn' },
  'task.cancelled': { icon: Ban },
  'task.reworkOpened': { icon: Hammer, tone: 'warn' },
  'task.generated': { icon: Sparkles },
  'opportunity.stageMoved': { icon: ArrowRight },
  'opportunity.won': { icon: Check, tone: 'ok' },
  'opportunity.lost': { icon: Ban, tone: 'danger' },
  'opportunity.reopened': { icon: RotateCcw },
  'salesOrder.cancelled': { icon: Ban, tone: 'danger' },
  'salesOrder.generated': { icon: Sparkles },
  'document.shared': { icon: Link2, tone: 'info' },
  'document.unshared': { icon: Link2Off },
  'invoice.authorised': { icon: ReceiptText, tone: 'ok' },
  'invoice.rejected': { icon: ReceiptText, tone: 'danger' },
  'invoice.cancelled': { icon: ReceiptText, tone: 'warn' },
}
const kinds: Record<string, LucideIcon> = { salesOrder: ClipboardList, opportunity: Target, invoice: ReceiptText }

/** Lines of the history as sentences. `nameOf` names what the lines hold by id: stages, and people whom the question did not name. */
export function useEventLines(
  nameOf?: (id: string) => string | undefined,
): (lines: readonly EventLine[]) => TimelineEvent[] {
  const t = useTranslations('timeline')
  const words = useMomentWords()
  const reasonWords = useReasonWords()
  const timeZone = useTimeZone()
  const bold = (chunks: ReactNode) => <b>{chunks}</b>

  function titleOf({ first, count }: EventGroup): ReactNode {
    const { name, who, data } = first
    const key = `events.${name === 'task.assigned' && data.to === null ? 'task.unassigned' : name}`
    const values = {
      who: who ?? t('system'),
      count,
      to: first.toName ?? named(data.to),
      from: named(data.from),
      number: typeof data.number === 'number' ? `${data.number}` : '',
      b: bold,
    }
    return t.rich(t.has(key as 'events.other') ? (key as 'events.other') : 'events.other', values)
  }

  function named(id: unknown): string {
    return (typeof id === 'string' ? nameOf?.(id) : undefined) ?? t('somebody')
  }

  function detailOf({ first: { reason, data, name }, units }: EventGroup): string | undefined {
    const said = [
      ...units.map((of) => unitsIn(of)),
      name === 'task.scheduled' && plannedFor(data),
      typeof data.because === 'string' && t('because', { because: data.because }),
      reason && t('reason', { reason: reasonWords(reason) }),
    ].filter((words) => typeof words === 'string' && words !== '')
    return said.length > 0 ? said.join(' · ') : undefined
  }

  function unitsIn({ subject, of, nos }: UnitsOfSubject): string {
    return nos.length === 0 ? subject : t('unit', { ranges: unitRanges(nos), count: nos.length, of: of ?? 0, subject })
  }

  function plannedFor({ dueOn, scheduledAt }: Record<string, unknown>): string {
    if (typeof scheduledAt === 'string') {
      const at = new Date(scheduledAt)
      return t('hour', {
        day: formatDate(todayIn(timeZone ?? 'America/Sao_Paulo', at)),
        time: formatTime(at, timeZone),
      })
    }
    return typeof dueOn === 'string' ? t('day', { day: formatDate(dueOn) }) : t('noDay')
  }

  return (lines) =>
    groupEvents(lines).map((group): TimelineEvent => {
      const { id, at, name } = group.first
      const look = looks[name] ?? { icon: kinds[name.split('.')[0] ?? ''] ?? Pencil }
      return {
        id,
        at: words.moment(at),
        instant: at.toISOString(),
        ...look,
        title: titleOf(group),
        detail: detailOf(group),
      }
    })
}

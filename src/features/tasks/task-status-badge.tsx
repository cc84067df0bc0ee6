import { useTranslations } from 'next-intl'
import type { TaskStatus } from '@/contract/tasks'
import { Badge, type Tone } from '@/ui/badge'
import type { Glyph } from '@/ui/status-glyph'

const looks: Record<TaskStatus, { tone: Tone; glyph: Glyph }> = {
  to_do: { tone: 'neutral', glyph: 'open' },
  scheduled: { tone: 'neutral', glyph: 'clock' },
  en_route: { tone: 'info', glyph: 'arrow' },
  in_progress: { tone: 'info', glyph: 'play' },
  paused: { tone: 'neutral', glyph: 'pause' },
  not_done: { tone: 'warn', glyph: 'back' },
  concluded: { tone: 'ok', glyph: 'check' },
  cancelled: { tone: 'neutral', glyph: 'cross' },
}

/** Where a task stands: sign, word and colour. */
export function TaskStatusBadge({ status }: { status: TaskStatus }) {
  const t = useTranslations('tasks.statuses')
  return <Badge {...looks[status]}>{t(status)}</Badge>
}

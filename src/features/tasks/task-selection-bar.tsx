'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Refusal } from '@/contract/errors'
import { mostTasksAtOnce } from '@/contract/tasks'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { Button } from '@/ui/button'
import { SelectionBar } from '@/ui/selection-bar'
import { type BulkAction, bulkActions, isTooMany } from './bulk-gesture'

export type TaskSelectionBarProps = {
  count: number
  /** What the person's role forbids. */
  actions: Record<BulkAction, Refusal[]>
  isPending: boolean
  onClear: () => void
  onAsk: (action: BulkAction) => void
}

/** The bulk actions, in place of the filters while tasks are chosen; what cannot be done says why. */
export function TaskSelectionBar({ count, actions, isPending, onClear, onAsk }: TaskSelectionBarProps) {
  const t = useTranslations('tasks.bulk')
  const errors = useTranslations('errors')
  const sentenceOf = useRefusalSentence()
  const reasonId = useId()
  const tooMany = isTooMany(count) ? errors('TOO_MANY_TASKS', { limit: mostTasksAtOnce }) : undefined
  const allowed = bulkActions.filter((action) => actions[action].length === 0)
  const reason = tooMany ?? (allowed.length === 0 ? sentenceOf(actions.assign) : undefined)
  return (
    <SelectionBar count={count} onClear={onClear}>
      {(allowed.length > 0 ? allowed : bulkActions).map((action) => (
        <Button
          key={action}
          size="small"
          variant={action === 'cancel' ? 'danger' : 'default'}
          isBlocked={reason !== undefined}
          isDisabled={isPending}
          aria-describedby={reason ? reasonId : undefined}
          onClick={() => onAsk(action)}
        >
          {t(action)}
        </Button>
      ))}
      {reason && (
        <span id={reasonId} className="text-danger-tx">
          {reason}
        </span>
      )}
    </SelectionBar>
  )
}

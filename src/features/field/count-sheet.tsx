'use client'
import { useTranslations } from 'next-intl'
import { setCount } from './conclude-group'
import { useDraft } from './draft'
import type { FieldGroup } from './field-client'
import { draftKeyOf } from './field-work'
import { openTasks } from './group-view'
import { closeSheet } from './place'
import { Sheet } from './sheet'

/** The counts offered: 1 · 5 · 10 · all. */
export function offeredCounts(all: number): { count: number; isAll: boolean }[] {
  const some = [1, 5, 10].filter((count) => count < all)
  return [...some.map((count) => ({ count, isAll: false })), { count: all, isAll: true }]
}

/** One tap on the number, one on how many. */
export function CountSheet({ group }: { group: FieldGroup }) {
  const t = useTranslations('field.count')
  const draft = useDraft(draftKeyOf(group))
  const all = openTasks(group).length
  return (
    <Sheet title={t('title')} context={group.subject}>
      <div className="choices choices--4">
        {offeredCounts(all).map(({ count, isAll }) => (
          <button
            key={count}
            className="btn btn--tall"
            type="button"
            aria-pressed={draft.count === count}
            onClick={() => {
              setCount(group, count)
              closeSheet()
            }}
          >
            {isAll ? t('all', { count }) : count}
          </button>
        ))}
      </div>
    </Sheet>
  )
}

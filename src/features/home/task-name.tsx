'use client'
import { TextLink } from '@/ui/text-link'
import type { HomeGroup } from './home-data'

export const groupId = (group: HomeGroup) => group.itemId ?? group.firstTaskId

/** The item or task with its customer; leads to the task centre with it open. */
export function TaskName({ group, view }: { group: HomeGroup; view: 'overdue' | 'unassigned' }) {
  const place = group.itemId === null ? `task=${group.firstTaskId}` : `item=${group.itemId}`
  return (
    <>
      <TextLink href={`/tasks?view=${view}&${place}`} title={group.subject}>
        {group.subject}
      </TextLink>
      {group.customerName && <span className="text-ink-3"> · {group.customerName}</span>}
    </>
  )
}

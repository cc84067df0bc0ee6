'use client'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListTasks } from '@/contract/tasks'
import { useTRPC } from '@/trpc/client'
import type { TableExpansion } from '@/ui/table-column'
import { lineOfGroup, type TaskGroup, type TaskLine } from './task-line'

type Place = { itemId: string; afterUnitNo: number }
type Filters = Pick<ListTasks, 'view' | 'q' | 'assigneeId'>

export type TaskLines = {
  lines: TaskLine[]
  expansion: TableExpansion<TaskLine>
  /** Opens what a "rest" line stands for: the next page, or the units outside the view. */
  showRest: (line: TaskLine & { kind: 'rest' }) => void
}

/**
 * The lines of a table of tasks: groups, and below an open group its units, asked for when it opens, 200 at a time. Under a
 * view or filters first those that match, then, when wanted, all.
 */
export function useTaskLines(
  groups: readonly TaskGroup[],
  filters: Filters,
  openAtFirst: readonly string[],
): TaskLines {
  const trpc = useTRPC()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(openAtFirst))
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  const [pages, setPages] = useState<readonly Place[]>([])
  const open = groups.flatMap(({ itemId }) => (itemId !== null && expanded.has(itemId) ? [itemId] : []))
  const places = open.flatMap((itemId): Place[] => [
    { itemId, afterUnitNo: 0 },
    ...pages.filter((page) => page.itemId === itemId),
  ])
  const answers = useQueries({
    queries: places.map(({ itemId, afterUnitNo }) =>
      trpc.tasks.listUnits.queryOptions(
        whole.has(itemId)
          ? { itemId, view: 'all', afterUnitNo }
          : { itemId, view: filters.view, q: filters.q || undefined, assigneeId: filters.assigneeId, afterUnitNo },
      ),
    ),
  })

  function childrenOf(line: TaskLine): TaskLine[] | undefined {
    const { group } = line
    const parts = answers.filter((_, index) => places[index]?.itemId === group.itemId)
    if (parts.length === 0 || parts[0]?.data === undefined) return undefined
    const units = parts.flatMap(({ data }) => data?.rows ?? [])
    const lines: TaskLine[] = units.map((task) => ({ kind: 'task', id: task.id, task, group }))
    const nextUnitNo = parts.at(-1)?.data?.nextUnitNo
    const total = whole.has(group.itemId ?? '') ? group.generated : group.matching
    if (nextUnitNo) {
      lines.push({ kind: 'rest', id: `${line.id}-next`, group, rest: 'next', count: Math.max(1, total - units.length) })
    } else if (!whole.has(group.itemId ?? '') && group.generated > units.length) {
      lines.push({
        kind: 'rest',
        id: `${line.id}-others`,
        group,
        rest: 'others',
        count: group.generated - units.length,
      })
    }
    return lines
  }

  function showRest({ group: { itemId }, rest }: TaskLine & { kind: 'rest' }) {
    if (itemId === null) return
    if (rest === 'others') {
      setWhole(new Set([...whole, itemId]))
      setPages(pages.filter((page) => page.itemId !== itemId))
      return
    }
    const last = answers.findLast((_, index) => places[index]?.itemId === itemId)
    const afterUnitNo = last?.data?.nextUnitNo
    if (afterUnitNo) setPages([...pages, { itemId, afterUnitNo }])
  }

  return {
    lines: groups.map(lineOfGroup),
    expansion: { expanded, onChange: setExpanded, canExpand: ({ kind }) => kind === 'group', childrenOf },
    showRest,
  }
}

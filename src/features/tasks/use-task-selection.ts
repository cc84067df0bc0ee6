'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ListTasks } from '@/contract/tasks'
import { useTRPC } from '@/trpc/client'
import type { TableExpansion, TableSelection } from '@/ui/table-column'
import type { TaskGroup, TaskLine, TaskUnit } from './task-line'

/** A task of a bulk gesture, named for its report. */
export type Target = { id: string; name: string }

type Options = {
  lines: readonly TaskLine[]
  expansion: TableExpansion<TaskLine>
  filters: Pick<ListTasks, 'view' | 'q' | 'assigneeId'>
}

const canSelect = (id: string) => !id.endsWith('-next') && !id.endsWith('-others')

/** What is chosen: whole groups, which stand for their tasks of the view, and single units. */
export function useTaskSelection({ lines, expansion, filters }: Options) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const targetsOf = useTargets(filters)
  const childrenOf = (line: TaskLine) =>
    expansion.expanded.has(line.id) && line.kind === 'group' ? (expansion.childrenOf(line) ?? []) : []

  // A group and its open units are chosen together; taking one unit away leaves the others.
  function onChange(wanted: ReadonlySet<string>) {
    const next = new Set([...wanted].filter(canSelect))
    for (const line of lines) {
      const units = childrenOf(line).filter(({ kind }) => kind === 'task')
      if (units.length === 0) continue
      const isOn = next.has(line.id)
      if (isOn !== selected.has(line.id)) {
        for (const { id } of units) {
          if (isOn) next.add(id)
          else next.delete(id)
        }
      } else if (isOn && units.some(({ id }) => !next.has(id))) next.delete(line.id)
    }
    setSelected(next)
  }

  const groups = lines.flatMap((line) => (line.kind === 'group' && selected.has(line.id) ? [line.group] : []))
  const units = lines.flatMap((line) => {
    if (line.kind === 'task') return selected.has(line.id) ? [line] : []
    if (selected.has(line.id)) return []
    return childrenOf(line).filter((child) => child.kind === 'task' && selected.has(child.id))
  })
  return {
    selection: { selected, onChange, canSelect } satisfies TableSelection,
    count: groups.reduce((sum, group) => sum + group.matching, units.length),
    clear: () => setSelected(new Set()),
    /** Every chosen task, asking for the units of groups that are not open. */
    resolve: () =>
      targetsOf(
        groups,
        units.flatMap((line) => (line.kind === 'task' ? [line] : [])),
      ),
  }
}

/** The tasks that groups of a view stand for, each with its name. */
export function useTargets(filters: Pick<ListTasks, 'view' | 'q' | 'assigneeId'>) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const nameOf = useTaskName()

  async function unitsOf(itemId: string): Promise<TaskUnit[]> {
    const units: TaskUnit[] = []
    let afterUnitNo: number | null = 0
    while (afterUnitNo !== null) {
      const { view, q, assigneeId } = filters
      const page: { rows: TaskUnit[]; nextUnitNo: number | null } = await client.fetchQuery(
        trpc.tasks.listUnits.queryOptions({ itemId, view, q: q || undefined, assigneeId, afterUnitNo }),
      )
      units.push(...page.rows)
      afterUnitNo = page.nextUnitNo
    }
    return units
  }

  return async (groups: readonly TaskGroup[], tasks: readonly { task: TaskUnit; group: TaskGroup }[]) => {
    const ofGroups = await Promise.all(
      groups.map(async (group) => (group.itemId ? await unitsOf(group.itemId) : []).map((task) => ({ task, group }))),
    )
    return [...ofGroups.flat(), ...tasks].map(({ task, group }): Target => ({ id: task.id, name: nameOf(task, group) }))
  }
}

/** "Instalação de câmera 7/15 · pedido 10482". */
export function useTaskName() {
  const t = useTranslations('tasks')
  return (
    task: Pick<TaskUnit, 'unitNo' | 'subject'>,
    group: Pick<TaskGroup, 'highestUnitNo' | 'orderNumber'>,
  ): string => {
    const unit = task.unitNo === null ? '' : t('unitOf', { unit: task.unitNo, of: group.highestUnitNo ?? task.unitNo })
    const name = [task.subject, unit].filter(Boolean).join(' ')
    return group.orderNumber === null ? name : t('nameOfOrder', { name, number: `${group.orderNumber}` })
  }
}

import type { FieldDay, FieldGroup, FieldTask } from './field-client'
import { type FieldCommand, tasksOf } from './field-command'
import { isOpen } from './open-status'

/** The day as it will be when the server has answered: what the screen shows from the moment of the tap. */
export function applyCommand(day: FieldDay, command: FieldCommand): FieldDay {
  const ids = new Set(tasksOf(command))
  const groups = day.groups.map((group) =>
    group.tasks.some(({ id }) => ids.has(id)) ? applyToGroup(group, command, ids) : group,
  )
  if (command.kind !== 'markNotDone' || command.input.newDueOn === undefined) return { ...day, groups }
  return { ...day, groups: moveToDay(groups, ids, command.input.newDueOn ?? null) }
}

function applyToGroup(group: FieldGroup, command: FieldCommand, ids: ReadonlySet<string>): FieldGroup {
  const tasks = group.tasks.map((task) => (ids.has(task.id) ? applyToTask(task, command) : task))
  const concluded = (some: readonly FieldTask[]) => some.filter(({ status }) => status === 'concluded').length
  return { ...group, tasks, concluded: group.concluded + concluded(tasks) - concluded(group.tasks) }
}

function applyToTask(task: FieldTask, command: FieldCommand): FieldTask {
  const now = new Date(command.at)
  switch (command.kind) {
    case 'start':
    case 'resume':
      return isOpen(task) ? { ...task, status: 'in_progress', startedAt: task.startedAt ?? now } : task
    case 'pause':
      return isOpen(task) ? { ...task, status: 'paused' } : task
    case 'conclude':
    case 'concludeNext':
      return isOpen(task) ? { ...task, status: 'concluded', concludedAt: now } : task
    case 'markNotDone':
      return isOpen(task)
        ? { ...task, status: 'not_done', attempts: task.attempts + 1, notDoneReason: command.input.reason }
        : task
    case 'undoConclusion':
    case 'reopen':
      return task.status === 'concluded'
        ? { ...task, status: task.scheduledAt ? 'scheduled' : 'to_do', concludedAt: null }
        : task
  }
}

function moveToDay(groups: readonly FieldGroup[], ids: ReadonlySet<string>, day: string | null): FieldGroup[] {
  return groups.flatMap((group) => {
    const moving = group.tasks.filter(({ id }) => ids.has(id))
    if (moving.length === 0 || group.day === day) return [group]
    const staying = group.tasks.filter(({ id }) => !ids.has(id))
    const moved = { ...group, day, key: `${group.key}→${day ?? ''}`, tasks: moving }
    return staying.length > 0 ? [{ ...group, tasks: staying }, moved] : [moved]
  })
}

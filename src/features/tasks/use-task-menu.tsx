'use client'
import {
  Ban,
  CalendarClock,
  CircleCheck,
  ClipboardList,
  Hammer,
  PanelRightOpen,
  Pencil,
  RotateCcw,
  Trash2,
  TriangleAlert,
  UserPlus,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Refusal } from '@/contract/errors'
import { mostTasksAtOnce, type TaskAction } from '@/contract/tasks'
import { useMenuBlock } from '@/features/refusals/use-menu-block'
import type { MenuEntry } from '@/ui/menu'
import { type BulkAction, isTooMany } from './bulk-gesture'
import { DeleteTaskDialog } from './delete-task-dialog'
import { EditTaskDialog } from './edit-task-dialog'
import { NotDoneDialog } from './not-done-dialog'
import { ReworkDialog } from './rework-dialog'
import type { TaskGroup } from './task-line'
import type { Target } from './use-task-selection'

export const taskGestureIcons = {
  assign: UserPlus,
  schedule: CalendarClock,
  conclude: CircleCheck,
  reopen: RotateCcw,
  cancel: Ban,
}

type MenuTask = { id: string; origin: string; status: string; actions: Record<TaskAction, Refusal[]> }
type Own = 'edit' | 'notDone' | 'rework' | 'delete'
type Options = {
  ask: (action: BulkAction, targets: readonly Target[]) => void
  /** Shows the rework that was opened. */
  onOpened: (taskId: string) => void
  onDeleted?: () => void
}

/** The ⋯ menu of a task and of a group; what is not allowed now says why. */
export function useTaskMenu({ ask, onOpened, onDeleted }: Options) {
  const t = useTranslations('tasks.menu')
  const errors = useTranslations('errors')
  const blockOf = useMenuBlock()
  const [own, setOwn] = useState<{ what: Own; target: Target } | null>(null)

  function ofTask(task: MenuTask, target: Target): MenuEntry[] {
    const gesture = (action: BulkAction): MenuEntry => ({
      label: t(action),
      icon: taskGestureIcons[action],
      isDanger: action === 'cancel',
      ...blockOf(task.actions[action]),
      onSelect: () => ask(action, [target]),
    })
    const single = (what: Own, action: TaskAction, icon: typeof Ban): MenuEntry => ({
      label: t(what),
      icon,
      isDanger: what === 'delete',
      ...blockOf(task.actions[action]),
      onSelect: () => setOwn({ what, target }),
    })
    const isConcluded = task.status === 'concluded'
    return [
      single('edit', 'update', Pencil),
      gesture('assign'),
      gesture('schedule'),
      ...(isConcluded ? [] : [gesture('conclude'), single('notDone', 'markNotDone', TriangleAlert)]),
      ...(isConcluded ? [gesture('reopen'), single('rework', 'openRework', Hammer)] : []),
      { separator: true },
      gesture('cancel'),
      ...(task.origin === 'manual' ? [single('delete', 'delete', Trash2)] : []),
    ]
  }

  function ofGroup(
    group: TaskGroup,
    actions: Record<BulkAction, Refusal[]>,
    isConcludedView: boolean,
    resolve: () => Promise<Target[]>,
  ): MenuEntry[] {
    const tooMany = isTooMany(group.matching) ? errors('TOO_MANY_TASKS', { limit: mostTasksAtOnce }) : undefined
    const gestures: BulkAction[] = isConcludedView ? ['reopen'] : ['assign', 'schedule', 'conclude', 'cancel']
    return [
      ...(group.orderNumber === null
        ? []
        : [{ label: t('openOrder'), icon: ClipboardList, href: `/sales-orders/${group.orderNumber}` }]),
      { heading: t('groupHeading', { count: group.matching }) },
      ...gestures.map(
        (action): MenuEntry => ({
          label: t(action),
          icon: taskGestureIcons[action],
          isDanger: action === 'cancel',
          blockedBy: tooMany,
          ...blockOf(actions[action]),
          onSelect: () => void resolve().then((targets) => ask(action, targets)),
        }),
      ),
    ]
  }

  const close = () => setOwn(null)
  const dialogs: ReactNode = own && (
    <>
      {own.what === 'edit' && <EditTaskDialog taskId={own.target.id} onClose={close} />}
      {own.what === 'notDone' && <NotDoneDialog target={own.target} onClose={close} />}
      {own.what === 'rework' && (
        <ReworkDialog
          target={own.target}
          onClose={close}
          onOpened={(id) => {
            close()
            onOpened(id)
          }}
        />
      )}
      {own.what === 'delete' && (
        <DeleteTaskDialog
          target={own.target}
          onClose={close}
          onDeleted={() => {
            close()
            onDeleted?.()
          }}
        />
      )}
    </>
  )
  const open = (task: MenuTask): MenuEntry => ({
    label: t('open'),
    icon: PanelRightOpen,
    onSelect: () => onOpened(task.id),
  })
  return { ofTask, ofGroup, open, ask: (what: Own, target: Target) => setOwn({ what, target }), dialogs }
}

'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { Drawer } from '@/ui/drawer'
import { ErrorBand } from '@/ui/error-band'
import { Menu } from '@/ui/menu'
import { SkeletonRows, Waiting } from '@/ui/query-boundary'
import { ItemStrip } from './item-strip'
import { TaskEvidence } from './task-evidence'
import { TaskFacts } from './task-facts'
import { TaskLate } from './task-late'
import type { TaskDetail } from './task-line'
import { TaskStatusBadge } from './task-status-badge'
import { TaskTimeline } from './task-timeline'
import { useTaskGestures } from './use-task-gestures'
import { useTaskMenu } from './use-task-menu'
import { useTaskName } from './use-task-selection'

export type TaskPanelProps = { taskId: string; onClose: () => void; onShow: (taskId: string) => void }

/** A task with who, where, when, what was handed in, where it belongs, and what can be done with it. */
export function TaskPanel({ taskId, onClose, onShow }: TaskPanelProps) {
  const t = useTranslations('tasks')
  const { data: task, error, refetch, isFetching } = useQuery(useTRPC().tasks.get.queryOptions({ taskId }))
  if (task) return <Loaded task={task} onClose={onClose} onShow={onShow} />
  return (
    <Drawer isOpen onClose={onClose} title={t('panel.title')}>
      {error ? (
        <ErrorBand error={error} onRetry={() => void refetch()} isPending={isFetching} />
      ) : (
        <Waiting>
          <SkeletonRows rows={6} />
        </Waiting>
      )}
    </Drawer>
  )
}

type LoadedProps = { task: TaskDetail; onClose: () => void; onShow: (taskId: string) => void }

function Loaded({ task, onClose, onShow }: LoadedProps) {
  const t = useTranslations('tasks')
  const kit = useTranslations('kit')
  const strip = useTranslations('opportunities.tasks')
  const gestures = useTaskGestures()
  const menu = useTaskMenu({ ask: gestures.ask, onOpened: onShow, onDeleted: onClose })
  const nameOf = useTaskName()
  const group = { highestUnitNo: task.highestUnitNo, orderNumber: task.order?.number ?? null }
  const target = { id: task.id, name: nameOf(task, group) }
  const isConcluded = task.status === 'concluded'
  const isCancelled = task.status === 'cancelled'
  return (
    <>
      <Drawer
        isOpen
        onClose={onClose}
        title={task.subject}
        description={
          task.unitNo === null
            ? t(`origins.${task.origin}`)
            : t('panel.unit', { unit: task.unitNo, of: task.highestUnitNo ?? task.unitNo })
        }
        badge={
          <span className="inline-flex flex-wrap items-center gap-2">
            <TaskStatusBadge status={task.status} />
            <TaskLate task={task} />
          </span>
        }
        footerStart={
          <Menu
            label={kit('actionsOf', { name: target.name })}
            align="start"
            trigger={<Button>{t('panel.more')}</Button>}
            entries={menu.ofTask(task, target)}
          />
        }
        footer={
          isCancelled ? undefined : isConcluded ? (
            <Action
              task={task}
              action="reopen"
              label={t('menu.reopen')}
              onPress={() => gestures.ask('reopen', [target])}
            />
          ) : (
            <>
              <Action
                task={task}
                action="schedule"
                label={t('menu.schedule')}
                onPress={() => gestures.ask('schedule', [target])}
              />
              <Action
                task={task}
                action="assign"
                label={t('menu.assign')}
                onPress={() => gestures.ask('assign', [target])}
              />
              <Action
                task={task}
                action="conclude"
                isMain
                label={t('menu.conclude')}
                onPress={() => gestures.ask('conclude', [target])}
              />
            </>
          )
        }
      >
        <div className="space-y-5">
          {task.item && (
            <section aria-label={strip('strip')} className="space-y-2">
              <h3 className="text-sm font-bold">{strip('strip')}</h3>
              <ItemStrip item={task.item} currentTaskId={task.id} onTask={onShow} />
            </section>
          )}
          <TaskFacts task={task} onRework={() => menu.ask('rework', target)} />
          <TaskEvidence task={task} />
          <TaskTimeline task={task} />
        </div>
      </Drawer>
      {gestures.dialogs}
      {menu.dialogs}
    </>
  )
}

type ActionProps = {
  task: TaskDetail
  action: 'assign' | 'schedule' | 'conclude' | 'reopen'
  label: string
  isMain?: boolean
  onPress: () => void
}

// What the role or the state forbids is in the menu beside it and above, with its reasons.
function Action({ task, action, label, isMain = false, onPress }: ActionProps) {
  if (task.actions[action].length > 0) return null
  return (
    <Button variant={isMain ? 'primary' : 'default'} onClick={onPress}>
      {label}
    </Button>
  )
}

'use client'
import { TaskPanel } from './task-panel'
import { useTaskPanel } from './use-task-panel'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The task that the address names with `?task=`, over whatever screen this stands on. Stands once on each screen that links to tasks. */
export function TaskPanelFromUrl() {
  const { taskId, close, open } = useTaskPanel()
  if (taskId === null || !UUID.test(taskId)) return null
  return <TaskPanel key={taskId} taskId={taskId} onClose={close} onShow={open} />
}

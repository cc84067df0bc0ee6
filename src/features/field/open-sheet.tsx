'use client'
import { ConcludeSheet } from './conclude-sheet'
import { CountSheet } from './count-sheet'
import { useFieldWork } from './field-work'
import { groupOfTask } from './group-view'
import { MenuSheet } from './menu-sheet'
import { usePlace } from './place'
import { ReopenSheet } from './reopen-sheet'

/** The sheet that the address names, over the screen. */
export function OpenSheet() {
  const { day } = useFieldWork()
  const { sheet, taskId } = usePlace()
  const group = groupOfTask(day, taskId)
  if (sheet === 'menu') return <MenuSheet />
  if (!sheet || !group) return null
  if (sheet === 'count') return <CountSheet group={group} />
  if (sheet === 'conclude') return <ConcludeSheet group={group} />
  const task = group.tasks.find(({ id }) => id === taskId)
  return task ? <ReopenSheet group={group} task={task} /> : null
}

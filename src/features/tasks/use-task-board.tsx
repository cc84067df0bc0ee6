'use client'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { TaskBoard } from '@/contract/tasks'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { useToast } from '@/ui/toast'
import type { BulkReport } from './bulk-gesture'
import { BulkReportDialog } from './bulk-report-dialog'
import { type Placed, placeCards } from './place-cards'
import type { TaskAnswers } from './task-line'
import type { Target } from './use-task-selection'

type BoardData = inferRouterOutputs<AppRouter>['tasks']['board']
export type TaskColumn = BoardData['columns'][number]
export type TaskCard = TaskColumn['cards'][number]

/** The board of tasks, and what putting a card on another column does: a day or a technician for all its tasks, at once. */
export function useTaskBoard(input: TaskBoard, askForHour: (targets: readonly Target[]) => void) {
  const t = useTranslations('tasks')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const { data } = useSuspenseQuery(trpc.tasks.board.queryOptions(input))
  const [placed, setPlaced] = useState<readonly Placed[]>([])
  const [report, setReport] = useState<BulkReport | null>(null)
  const schedule = useCommand(trpc.tasks.schedule, { isInTurn: true })
  const assign = useCommand(trpc.tasks.assign, { isInTurn: true })
  const targetsOf = (card: TaskCard): Target[] => card.taskIds.map((id) => ({ id, name: card.subject }))

  async function move(card: TaskCard, column: string) {
    // An hour belongs to its day: moving the day alone would part them.
    if (input.by === 'day' && card.hasHour && column !== 'none') return askForHour(targetsOf(card))
    const place = { card, column }
    setPlaced((before) => [...before, place])
    const answers = await send(card, column)
    if (answers) await queries.invalidateQueries(trpc.tasks.board.queryFilter(), { cancelRefetch: false })
    setPlaced((before) => before.filter((one) => one !== place))
    if (answers) tell(card, answers)
  }
  function send(card: TaskCard, column: string): Promise<TaskAnswers | undefined> {
    const { taskIds } = card
    const target = column === 'none' ? null : column
    if (input.by === 'technician') return assign.run({ taskIds, assigneeId: target })
    return schedule.run({ taskIds, dueOn: target, ...(target === null && { scheduledAt: null }) })
  }
  function tell(card: TaskCard, answers: TaskAnswers) {
    const action = input.by === 'technician' ? 'assign' : 'schedule'
    if (answers.some(({ outcome }) => outcome === 'refused')) setReport({ action, targets: targetsOf(card), answers })
    else toast.status(t(`report.done.${action}`, { count: answers.length }))
  }
  const dialog: ReactNode = report && <BulkReportDialog report={report} onClose={() => setReport(null)} />
  return { board: data, columns: placeCards(data.columns, placed), move, dialog }
}

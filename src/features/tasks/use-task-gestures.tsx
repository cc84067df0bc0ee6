'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useToast } from '@/ui/toast'
import { AssignDialog } from './assign-dialog'
import type { BulkAction, BulkGesture, BulkReport } from './bulk-gesture'
import { BulkReportDialog } from './bulk-report-dialog'
import { ReasonDialog } from './reason-dialog'
import { ScheduleDialog } from './schedule-dialog'
import type { Target } from './use-task-selection'

/**
 * The gestures over one or many tasks: asks what is missing, does it, and reports. One task that went well is told by a
 * short status; anything else by a panel. `onDone` hears of every gesture that changed something.
 */
export function useTaskGestures(onDone?: () => void): {
  ask: (action: BulkAction, targets: readonly Target[]) => void
  dialogs: ReactNode
} {
  const t = useTranslations('tasks.report')
  const toast = useToast()
  const [asking, setAsking] = useState<BulkGesture | null>(null)
  const [report, setReport] = useState<BulkReport | null>(null)

  function finish(made: BulkReport) {
    setAsking(null)
    onDone?.()
    const [only] = made.answers
    const isSimple = made.answers.length === 1 && only?.outcome === 'done'
    if (isSimple) toast.status(t(`done.${made.action}`, { count: 1 }))
    else setReport(made)
  }

  const dialog = { targets: asking?.targets ?? [], onClose: () => setAsking(null), onDone: finish }
  return {
    ask: (action, targets) => {
      if (targets.length > 0) setAsking({ action, targets })
    },
    dialogs: (
      <>
        {asking?.action === 'assign' && <AssignDialog {...dialog} />}
        {asking?.action === 'schedule' && <ScheduleDialog {...dialog} />}
        {(asking?.action === 'conclude' || asking?.action === 'reopen' || asking?.action === 'cancel') && (
          <ReasonDialog action={asking.action} {...dialog} />
        )}
        {report && <BulkReportDialog report={report} onClose={() => setReport(null)} />}
      </>
    ),
  }
}

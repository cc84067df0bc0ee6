import { shellSummaryInput } from '@/contract/session'
import { countWaitingWork } from '@/server/domain/sales-orders/count-waiting-work'
import { question, router } from './trpc'

export const shellRouter = router({
  summary: question(shellSummaryInput, countWaitingWork),
})

import { homeInput } from '@/contract/home'
import { shellSummaryInput } from '@/contract/session'
import { getHome } from '@/server/domain/home/get-home'
import { countWaitingWork } from '@/server/domain/sales-orders/count-waiting-work'
import { question, router } from './trpc'

export const shellRouter = router({
  summary: question(shellSummaryInput, countWaitingWork),
  home: question(homeInput, getHome),
})

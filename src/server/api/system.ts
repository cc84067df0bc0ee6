import { getSystemInput, retryJobInput } from '@/contract/system'
import { retryJob } from '@/server/domain/system/retry-job'
import { systemState } from './system-state'
import { command, question, router } from './trpc'

export const systemRouter = router({
  get: question(getSystemInput, systemState),
  retryJob: command(retryJobInput, retryJob),
})

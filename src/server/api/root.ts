import { customersRouter } from './customers'
import { membersRouter } from './members'
import { sessionRouter } from './session'
import { shellRouter } from './shell'
import { tasksRouter } from './tasks'
import { tokensRouter } from './tokens'
import { router } from './trpc'

export const appRouter = router({
  customers: customersRouter,
  members: membersRouter,
  session: sessionRouter,
  shell: shellRouter,
  tasks: tasksRouter,
  tokens: tokensRouter,
})

export type AppRouter = typeof appRouter

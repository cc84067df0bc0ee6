import { customersRouter } from './customers'
import { router } from './trpc'

export const appRouter = router({
  customers: customersRouter,
})

export type AppRouter = typeof appRouter

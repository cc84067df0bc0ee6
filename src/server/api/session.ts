import { currentSession, startOfInstallation, switchCompanyOfSession } from './session-procedures'
import { router } from './trpc'

export const sessionRouter = router({
  current: currentSession,
  switchCompany: switchCompanyOfSession,
  startInstallation: startOfInstallation,
})

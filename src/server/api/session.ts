import {
  acceptanceOfInvitation,
  openingOfInvitation,
  openingOfPasswordLink,
  requestOfPasswordLink,
  settingOfPassword,
} from './entry-procedures'
import { currentSession, startOfInstallation, switchCompanyOfSession } from './session-procedures'
import { router } from './trpc'

export const sessionRouter = router({
  current: currentSession,
  switchCompany: switchCompanyOfSession,
  startInstallation: startOfInstallation,
  openInvitation: openingOfInvitation,
  acceptInvitation: acceptanceOfInvitation,
  openPasswordLink: openingOfPasswordLink,
  setPassword: settingOfPassword,
  requestPasswordLink: requestOfPasswordLink,
})

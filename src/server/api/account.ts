import { changeOfPassword, endOfOtherSessions, endOfSession, ownAccount, renamingOfPerson } from './account-procedures'
import { router } from './trpc'

export const accountRouter = router({
  get: ownAccount,
  rename: renamingOfPerson,
  changePassword: changeOfPassword,
  endSession: endOfSession,
  endOtherSessions: endOfOtherSessions,
})

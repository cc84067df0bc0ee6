import {
  confirmOrderSettingsInput,
  dismissOnboardingInput,
  getCompanyInput,
  getOnboardingInput,
  removeDemonstrationInput,
  setLogoInput,
  updateCompanyInput,
} from '@/contract/companies'
import { confirmOrderSettings } from '@/server/domain/companies/confirm-order-settings'
import { dismissOnboarding } from '@/server/domain/companies/dismiss-onboarding'
import { getCompany } from '@/server/domain/companies/get-company'
import { getOnboarding } from '@/server/domain/companies/get-onboarding'
import { removeDemonstration } from '@/server/domain/companies/remove-demonstration'
import { setLogo } from '@/server/domain/companies/set-logo'
import { updateCompany } from '@/server/domain/companies/update-company'
import { command, question, router } from './trpc'

export const companiesRouter = router({
  get: question(getCompanyInput, getCompany),
  update: command(updateCompanyInput, updateCompany),
  setLogo: command(setLogoInput, setLogo),
  onboarding: question(getOnboardingInput, getOnboarding),
  confirmOrderSettings: command(confirmOrderSettingsInput, confirmOrderSettings),
  dismissOnboarding: command(dismissOnboardingInput, dismissOnboarding),
  removeDemonstration: command(removeDemonstrationInput, removeDemonstration),
})

import { getCompanyInput, updateCompanyInput } from '@/contract/companies'
import { getCompany } from '@/server/domain/companies/get-company'
import { updateCompany } from '@/server/domain/companies/update-company'
import { command, question, router } from './trpc'

export const companiesRouter = router({
  get: question(getCompanyInput, getCompany),
  update: command(updateCompanyInput, updateCompany),
})

import { lookupInput } from '@/contract/listing'
import {
  createRegisterInput,
  listRegistersInput,
  listUsesInput,
  registerActivityInput,
  removeHolidayInput,
  reorderRegisterInput,
  saveHolidayInput,
  updateRegisterInput,
} from '@/contract/registers'
import { createRegister } from '@/server/domain/registers/create-register'
import { inactivateRegister } from '@/server/domain/registers/inactivate-register'
import { listRegisters } from '@/server/domain/registers/list-registers'
import { listUses } from '@/server/domain/registers/list-uses'
import { reactivateRegister } from '@/server/domain/registers/reactivate-register'
import { removeHoliday } from '@/server/domain/registers/remove-holiday'
import { reorderRegister } from '@/server/domain/registers/reorder-register'
import { saveHoliday } from '@/server/domain/registers/save-holiday'
import { searchMunicipalities } from '@/server/domain/registers/search-municipalities'
import { updateRegister } from '@/server/domain/registers/update-register'
import { command, question, router } from './trpc'

export const registersRouter = router({
  list: question(listRegistersInput, listRegisters),
  uses: question(listUsesInput, listUses),
  searchMunicipalities: question(lookupInput, searchMunicipalities),
  create: command(createRegisterInput, createRegister),
  update: command(updateRegisterInput, updateRegister),
  inactivate: command(registerActivityInput, inactivateRegister),
  reactivate: command(registerActivityInput, reactivateRegister),
  reorder: command(reorderRegisterInput, reorderRegister),
  saveHoliday: command(saveHolidayInput, saveHoliday),
  removeHoliday: command(removeHolidayInput, removeHoliday),
})

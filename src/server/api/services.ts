import { lookupInput } from '@/contract/listing'
import {
  createServiceInput,
  getServiceInput,
  listServiceOptionsInput,
  listServicesInput,
  lookupServicesInput,
  matchServicesInput,
  serviceActivityInput,
  updateServiceInput,
} from '@/contract/services'
import { createService } from '@/server/domain/services/create-service'
import { getService } from '@/server/domain/services/get-service'
import { inactivateService } from '@/server/domain/services/inactivate-service'
import { listServiceOptions } from '@/server/domain/services/list-service-options'
import { listServices } from '@/server/domain/services/list-services'
import { lookupServices } from '@/server/domain/services/lookup-services'
import { matchServices } from '@/server/domain/services/match-services'
import { reactivateService } from '@/server/domain/services/reactivate-service'
import { searchNationalServiceCodes } from '@/server/domain/services/search-national-service-codes'
import { searchNbsCodes } from '@/server/domain/services/search-nbs-codes'
import { updateService } from '@/server/domain/services/update-service'
import { command, question, router } from './trpc'

export const servicesRouter = router({
  list: question(listServicesInput, listServices),
  get: question(getServiceInput, getService),
  options: question(listServiceOptionsInput, listServiceOptions),
  lookup: question(lookupServicesInput, lookupServices),
  match: question(matchServicesInput, matchServices),
  searchNationalServiceCodes: question(lookupInput, searchNationalServiceCodes),
  searchNbsCodes: question(lookupInput, searchNbsCodes),
  create: command(createServiceInput, createService),
  update: command(updateServiceInput, updateService),
  inactivate: command(serviceActivityInput, inactivateService),
  reactivate: command(serviceActivityInput, reactivateService),
})

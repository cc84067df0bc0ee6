import {
  createContractInput,
  listContractsInput,
  lookupContractsInput,
  updateContractInput,
} from '@/contract/contracts'
import { createContract } from '@/server/domain/contracts/create-contract'
import { listContracts } from '@/server/domain/contracts/list-contracts'
import { lookupContracts } from '@/server/domain/contracts/lookup-contracts'
import { updateContract } from '@/server/domain/contracts/update-contract'
import { command, question, router } from './trpc'

export const contractsRouter = router({
  list: question(listContractsInput, listContracts),
  lookup: question(lookupContractsInput, lookupContracts),
  create: command(createContractInput, createContract),
  update: command(updateContractInput, updateContract),
})

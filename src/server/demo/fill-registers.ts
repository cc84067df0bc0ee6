import { createContractInput } from '@/contract/contracts'
import { createCustomerInput } from '@/contract/customers'
import { createProjectInput } from '@/contract/projects'
import { createServiceInput } from '@/contract/services'
import { uuidv7 } from '@/lib/uuid'
import type { Ctx } from '@/server/domain/context'
import { createContract } from '@/server/domain/contracts/create-contract'
import { createCustomer } from '@/server/domain/customers/create-customer'
import { createProject } from '@/server/domain/projects/create-project'
import { listRegisters } from '@/server/domain/registers/list-registers'
import { createService } from '@/server/domain/services/create-service'
import type { DemonstrationCustomer } from './demonstration-customers'
import type { DemonstrationService } from './demonstration-services'

/** Ids by the name or code under which people know the record. */
export type IdByName = ReadonlyMap<string, string>

/** Adds customers in their order; answers their ids by name. */
export async function fillCustomers(ctx: Ctx, customers: readonly DemonstrationCustomer[]): Promise<IdByName> {
  const ids = new Map<string, string>()
  for (const customer of customers) {
    const { id, name } = await createCustomer(ctx, createCustomerInput.parse({ ...customer, commandId: uuidv7() }))
    ids.set(name, id)
  }
  return ids
}

/** Adds services, whose units of measure and task types the registers have; answers their ids by code. */
export async function fillServices(ctx: Ctx, services: readonly DemonstrationService[]): Promise<IdByName> {
  const { unitsOfMeasure, taskTypes } = await listRegisters(ctx, {})
  const ids = new Map<string, string>()
  for (const { unit, taskType, ...fields } of services) {
    const input = createServiceInput.parse({
      ...fields,
      commandId: uuidv7(),
      unitOfMeasureId: unitsOfMeasure.find(({ code }) => code === unit)?.id,
      taskTypeId: taskType === undefined ? null : taskTypes.find(({ name }) => name === taskType)?.id,
    })
    const { id, code } = await createService(ctx, input)
    ids.set(code, id)
  }
  return ids
}

/** Projects that orders of one or of several customers belong to. */
const projectsByCustomer = [
  ['Retrofit Torre B', 'Centro Empresarial Alto da Colina'],
  ['Ampliação do pronto-atendimento', 'Clínica Bem Cuidar'],
  ['Obra Sul', 'Supermercado Bom Vizinho'],
  ['Climatização dos quartos', 'Hotel Estrela do Interior'],
  ['Frente de loja 2026', null],
] as const

const contractsByCustomer = [
  ['PMOC-2026-001', 'Manutenção e PMOC das áreas comuns', 'Centro Empresarial Alto da Colina'],
  ['PMOC-2026-002', 'Manutenção e PMOC das salas de coleta', 'Laboratório Pontual Análises'],
  ['MAN-2026-010', 'Manutenção preventiva trimestral', 'Colégio Rio Manso'],
  ['MAN-2026-011', 'Manutenção preventiva mensal', 'Hotel Estrela do Interior'],
] as const

/** Adds projects, some of one customer; answers their ids by name. */
export async function fillProjects(ctx: Ctx, customers: IdByName): Promise<IdByName> {
  const ids = new Map<string, string>()
  for (const [name, customer] of projectsByCustomer) {
    const input = { commandId: uuidv7(), name, customerId: customer && customers.get(customer) }
    ids.set(name, (await createProject(ctx, createProjectInput.parse(input))).id)
  }
  return ids
}

/** Adds contracts of customers; answers their ids by code. */
export async function fillContracts(ctx: Ctx, customers: IdByName): Promise<IdByName> {
  const ids = new Map<string, string>()
  for (const [code, description, customer] of contractsByCustomer) {
    const input = { commandId: uuidv7(), code, description, customerId: customers.get(customer) }
    ids.set(code, (await createContract(ctx, createContractInput.parse(input))).id)
  }
  return ids
}

/** Of the registers that the company began with, those that plans name. */
export async function registersByName(ctx: Ctx): Promise<{ paymentTerms: IdByName; lossReasons: IdByName }> {
  const { paymentTerms, lossReasons } = await listRegisters(ctx, {})
  const byName = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ name, id }) => [name, id]))
  return { paymentTerms: byName(paymentTerms), lossReasons: byName(lossReasons) }
}

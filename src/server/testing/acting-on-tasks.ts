import type { Role } from '@/contract/permissions'
import type { ConcludeNext, Evidence } from '@/contract/tasks'
import type { Ctx } from '@/server/domain/context'
import { assignTasks } from '@/server/domain/tasks/assign-tasks'
import { concludeNextUnits } from '@/server/domain/tasks/conclude-next-units'
import { concludeTask } from '@/server/domain/tasks/conclude-task'
import { getTask } from '@/server/domain/tasks/get-task'
import { linkUnits } from '@/server/domain/tasks/link-units'
import { listUnits } from '@/server/domain/tasks/list-units'
import type { TestCompany } from './make-company'
import { makeDraftNote, makeOrderWithUnits, type OrderWithUnits } from './tasks-fixture'

/** Verbs are called below the door here, so that their command ids say nothing. */
export const commandId = '0190a000-0000-7000-8000-000000000001'
export const noEvidence: Evidence = { photoFileIds: [] }

export type OneItemOrder = OrderWithUnits & { itemId: string; ids: string[] }

/** What tests of tasks do over and over, in the company that `company` answers. */
export function actingOnTasks(company: () => TestCompany) {
  const assign = (taskIds: string[], role: Role = 'technician') =>
    company().as('coordinator', (ctx) => assignTasks(ctx, { commandId, taskIds, assigneeId: company().userIds[role] }))
  return {
    assign,
    /** An order of one item whose first units, `mine` of them, are the technician's. */
    async orderOf(units: number, mine = 0, service = {}): Promise<OneItemOrder> {
      const order = await makeOrderWithUnits(company(), { units: [units], service })
      const [itemId = ''] = order.itemIds
      const { rows, nextUnitNo } = await company().as('admin', (ctx) =>
        listUnits(ctx, { itemId, view: 'all', afterUnitNo: 0 }),
      )
      const more = nextUnitNo
        ? await company().as('admin', (ctx) => listUnits(ctx, { itemId, view: 'all', afterUnitNo: nextUnitNo }))
        : { rows: [] }
      const ids = [...rows, ...more.rows].map(({ id }) => id)
      if (mine > 0) await assign(ids.slice(0, mine))
      return { ...order, itemId, ids }
    },
    conclude: (role: Role, taskId: string, evidence: Partial<Evidence> = {}) =>
      company().as(role, (ctx) => concludeTask(ctx, { commandId, taskId, evidence: { ...noEvidence, ...evidence } })),
    concludeNext: (role: Role, input: Omit<ConcludeNext, 'commandId' | 'evidence'>) =>
      company().as(role, (ctx) => concludeNextUnits(ctx, { commandId, evidence: noEvidence, ...input })),
    taskOf: (id: string) => company().as('admin', (ctx) => getTask(ctx, { taskId: id })),
    /** Puts these units on a draft note of their own. */
    async bill(order: OneItemOrder, taskIds: string[]): Promise<string> {
      const { itemId } = order
      const invoiceId = await makeDraftNote(company(), order, { itemId, plannedUnits: taskIds.length })
      await company().as('biller', (ctx) => linkUnits(ctx, { invoiceId, itemId, taskIds }))
      return invoiceId
    },
  }
}

const STATEMENTS = new Set<string | symbol>(['select', 'insert', 'update', 'delete', 'execute'])

/** How many statements `work` sends. */
export async function countStatements(ctx: Ctx, work: (counted: Ctx) => Promise<unknown>): Promise<number> {
  let count = 0
  const tx = new Proxy(ctx.tx, {
    get(target, name, receiver) {
      if (STATEMENTS.has(name)) count += 1
      return Reflect.get(target, name, receiver)
    },
  })
  await work({ ...ctx, tx })
  return count
}

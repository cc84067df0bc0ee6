import { isOpenStatus } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { type Ctx, contextOf } from '@/server/domain/context'
import { assignTasks } from '@/server/domain/tasks/assign-tasks'
import { concludeNextUnits } from '@/server/domain/tasks/conclude-next-units'
import { listUnits } from '@/server/domain/tasks/list-units'
import { markTaskNotDone } from '@/server/domain/tasks/mark-task-not-done'
import { openRework } from '@/server/domain/tasks/open-rework'
import { pauseTask } from '@/server/domain/tasks/pause-task'
import { scheduleTasks } from '@/server/domain/tasks/schedule-tasks'
import { startTask } from '@/server/domain/tasks/start-task'
import type { LivingOrder } from './order-diary'
import type { PlannedStep, Technician } from './order-plan'

type StepOf<Kind extends PlannedStep['kind']> = Extract<PlannedStep, { kind: Kind }>

const MINUTE_MS = 60_000
const FEW_UNITS = 3
const BETWEEN_UNITS_MINUTES = 45
const BETWEEN_HALVES_MINUTES = 300

/** The coordinator gives the next free units a technician and their hours of the day. */
export async function planUnits(order: LivingOrder, step: StepOf<'plan'>, at: Date): Promise<void> {
  await order.company.as('coordinator', at, async (ctx) => {
    const taskIds = await assignFreeUnits(ctx, order, step)
    const first = order.workdays.at(step.on.day, step.on.time)
    for (const { units, at: scheduledAt } of turnsOf(taskIds, first)) {
      mustChange(await scheduleTasks(ctx, { commandId: uuidv7(), taskIds: units, scheduledAt }))
    }
  })
}

/** The coordinator gives the next free units a technician. */
export async function assignUnits(order: LivingOrder, step: StepOf<'assign'>, at: Date): Promise<void> {
  await order.company.as('coordinator', at, (ctx) => assignFreeUnits(ctx, order, step))
}

/** The technician does the next of their units with what each demands: few one by one, many in two gestures. */
export async function concludeOwnUnits(order: LivingOrder, step: StepOf<'conclude'>, at: Date): Promise<void> {
  const { company, workdays, evidence, itemIds, serviceCodes } = order
  await company.as(step.technician, at, async (ctx) => {
    const own = await ownUnits(ctx, order, step)
    if (own.length < step.units) throw new Error(`only ${own.length} units are left to conclude`)
    for (const { units, at: turn } of turnsOf(own.slice(0, step.units), at)) {
      const end = new Date(Math.min(turn.getTime(), workdays.now.getTime()))
      await concludeNextUnits(contextOf(ctx.tx, ctx.actor, end), {
        commandId: uuidv7(),
        itemId: itemIds[step.item] ?? '',
        mode: 'chosen',
        taskIds: units,
        evidence: evidence(serviceCodes[step.item] ?? '', step.technician, end),
      })
    }
  })
}

/** The technician begins, or interrupts, the next of their units. */
export async function moveOwnUnit(order: LivingOrder, step: StepOf<'start' | 'pause'>, at: Date): Promise<void> {
  await order.company.as(step.technician, at, async (ctx) => {
    const input = { commandId: uuidv7(), taskId: await nextOwnUnit(ctx, order, step) }
    await (step.kind === 'start' ? startTask(ctx, input) : pauseTask(ctx, input))
  })
}

/** The technician was there and could not do it. */
export async function failVisit(order: LivingOrder, step: StepOf<'fail'>, at: Date): Promise<void> {
  await order.company.as(step.technician, at, async (ctx) => {
    const taskId = await nextOwnUnit(ctx, order, step)
    const newDueOn = order.workdays.day(step.newDay)
    const { reason } = step
    await markTaskNotDone(ctx, { commandId: uuidv7(), taskId, reason, newDueOn, evidence: { photoFileIds: [] } })
  })
}

/** The coordinator sends somebody again to the last concluded unit of an item. */
export async function orderRework(order: LivingOrder, step: StepOf<'rework'>, at: Date): Promise<void> {
  const { company, workdays } = order
  await company.as('coordinator', at, async (ctx) => {
    const concluded = (await unitsOf(ctx, order, step.item)).findLast(({ status }) => status === 'concluded')
    if (!concluded) throw new Error('no unit was concluded yet')
    await openRework(ctx, {
      commandId: uuidv7(),
      taskId: concluded.id,
      reason: step.reason,
      assigneeId: company.userIds[step.technician],
      dueOn: workdays.day(step.due),
    })
  })
}

async function assignFreeUnits(
  ctx: Ctx,
  order: LivingOrder,
  { item, units, technician }: { item: number; units: number; technician: Technician },
): Promise<string[]> {
  const free = (await unitsOf(ctx, order, item)).filter(({ status, assigneeId }) => isOpenStatus(status) && !assigneeId)
  const taskIds = free.slice(0, units).map(({ id }) => id)
  if (taskIds.length < units) throw new Error(`only ${taskIds.length} units are free`)
  const assigneeId = order.company.userIds[technician]
  mustChange(await assignTasks(ctx, { commandId: uuidv7(), taskIds, assigneeId }))
  return taskIds
}

async function nextOwnUnit(
  ctx: Ctx,
  order: LivingOrder,
  step: { item: number; technician: Technician },
): Promise<string> {
  const [next] = await ownUnits(ctx, order, step)
  if (!next) throw new Error('no unit is left')
  return next
}

async function ownUnits(
  ctx: Ctx,
  order: LivingOrder,
  { item, technician }: { item: number; technician: Technician },
): Promise<string[]> {
  const units = await unitsOf(ctx, order, item)
  return units
    .filter(({ status, assigneeId }) => isOpenStatus(status) && assigneeId === order.company.userIds[technician])
    .map(({ id }) => id)
}

async function unitsOf(ctx: Ctx, { itemIds }: LivingOrder, item: number) {
  const itemId = itemIds[item]
  if (!itemId) throw new Error(`the order has no item ${item}`)
  return (await listUnits(ctx, { itemId, view: 'all', afterUnitNo: 0 })).rows
}

function mustChange(answers: readonly { outcome: string }[]): void {
  if (answers.some(({ outcome }) => outcome === 'refused')) throw new Error('a task refused what was planned')
}

/** Few units take their turns one after the other, many in the two halves of the day. */
function turnsOf(taskIds: readonly string[], first: Date): { units: string[]; at: Date }[] {
  const isFew = taskIds.length <= FEW_UNITS
  const size = isFew ? 1 : Math.ceil(taskIds.length / 2)
  const minutes = isFew ? BETWEEN_UNITS_MINUTES : BETWEEN_HALVES_MINUTES
  return Array.from({ length: Math.ceil(taskIds.length / size) }, (_, turn) => ({
    units: taskIds.slice(turn * size, (turn + 1) * size),
    at: new Date(first.getTime() + turn * minutes * MINUTE_MS),
  }))
}

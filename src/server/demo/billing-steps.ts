import { uuidv7 } from '@/lib/uuid'
import { cancelInvoice } from '@/server/domain/invoices/cancel-invoice'
import { draftInvoice } from '@/server/domain/invoices/draft-invoice'
import { getInvoice } from '@/server/domain/invoices/get-invoice'
import { issueInvoice } from '@/server/domain/invoices/issue-invoice'
import type { LivingOrder } from './order-diary'
import type { PlannedStep } from './order-plan'

type StepOf<Kind extends PlannedStep['kind']> = Extract<PlannedStep, { kind: Kind }>

/** The biller issues a note for so many units of each item, or for all that can be billed. */
export async function billOrder(order: LivingOrder, { units, mark }: StepOf<'bill'>, at: Date): Promise<void> {
  await order.company.as('biller', at, async (ctx) => {
    const items = units?.map((count, place) => ({ itemId: order.itemIds[place] ?? '', units: count }))
    const selection = { mode: 'partial' as const, items: items?.filter((line) => line.units > 0) }
    const texts = mark && (await draftInvoice(ctx, { salesOrder: order.id, ...selection })).notes
    const { invoices } = await issueInvoice(ctx, {
      commandId: uuidv7(),
      salesOrderId: order.id,
      ...selection,
      texts: texts ? texts.map(({ key, text }) => ({ key, text: `${text} ${mark}` })) : undefined,
    })
    order.noteIds.push(...invoices.map(({ id }) => id))
  })
}

/** The biller asks for the cancellation of the order's newest note; the last `reopens` of its units are then to be done again. */
export async function cancelLastNote(
  order: LivingOrder,
  { code, text, reopens }: StepOf<'cancelNote'>,
  at: Date,
): Promise<void> {
  await order.company.as('biller', at, async (ctx) => {
    const invoiceId = order.noteIds.at(-1)
    if (!invoiceId) throw new Error('the order has no note')
    const { version, lines } = await getInvoice(ctx, { invoice: invoiceId })
    const taskIds = lines.flatMap((line) => line.units.map(({ taskId }) => taskId))
    const reopenTaskIds = taskIds.slice(taskIds.length - reopens)
    await cancelInvoice(ctx, { commandId: uuidv7(), invoiceId, version, code, text, reopenTaskIds })
  })
}

import { convertQuoteInput, createQuoteInput } from '@/contract/quotes'
import { addDays } from '@/lib/calendar-date'
import { uuidv7 } from '@/lib/uuid'
import { approveQuote } from '@/server/domain/quotes/approve-quote'
import { convertQuote } from '@/server/domain/quotes/convert-quote'
import { createQuote } from '@/server/domain/quotes/create-quote'
import { getQuote } from '@/server/domain/quotes/get-quote'
import { loseQuote } from '@/server/domain/quotes/lose-quote'
import { sendQuote } from '@/server/domain/quotes/send-quote'
import { idOf } from './demonstration-records'
import type { DiaryEntry } from './diary'
import { headerOfPlan, itemsOfPlan } from './header-of-plan'
import type { World } from './order-diary'
import type { OrderPlan, QuotePlan, SalePlan } from './order-plan'

const VALID_DAYS = 15

/** The entries of a quote that did not become an order, or not yet. */
export function diaryOfQuote(world: World, plan: QuotePlan): DiaryEntry[] {
  const { workdays } = world
  const { day = plan.issued + 3, ends } = plan
  let quoteId = ''
  const entries: DiaryEntry[] = [
    {
      at: workdays.at(plan.issued, '11:15'),
      act: async (at) => {
        const quote = await writeQuote(world, plan, plan.issued, at, { isSent: ends !== 'draft' })
        quoteId = quote.id
      },
    },
  ]
  if (ends === 'approved' || ends === 'lost') {
    entries.push({ at: workdays.at(day, '15:40'), act: (at) => endQuote(world, plan, quoteId, at) })
  }
  return entries
}

/** A quote as a draft, by default sent to the customer at once. */
export async function writeQuote(
  world: World,
  plan: SalePlan & { validDays?: number },
  issued: number,
  at: Date,
  { isSent = true } = {},
): Promise<{ id: string; number: number }> {
  return world.company.as(plan.seller, at, async (ctx) => {
    const header = await headerOfPlan(ctx, world, plan, issued)
    const validUntil = addDays(header.issuedOn, plan.validDays ?? VALID_DAYS)
    const items = itemsOfPlan(world, plan)
    const input = createQuoteInput.parse({ commandId: uuidv7(), header: { ...header, validUntil }, items })
    const { id, number } = await createQuote(ctx, input)
    if (isSent) await sendQuote(ctx, { commandId: uuidv7(), quoteId: id })
    return { id, number }
  })
}

/** "Transformar em pedido": everything that was quoted, with its opportunity and tasks. */
export async function orderFromQuote(world: World, plan: OrderPlan, quoteNumber: number, at: Date) {
  return world.company.as(plan.seller, at, async (ctx) => {
    const quote = await getQuote(ctx, { number: quoteNumber })
    const { issuedOn, sellerId, projectId, contractId } = await headerOfPlan(ctx, world, plan, plan.issued)
    const input = convertQuoteInput.parse({
      commandId: uuidv7(),
      quoteId: quote.id,
      items: quote.items.map(({ id, quantity }) => ({ quoteItemId: id, quantity })),
      ...{ issuedOn, sellerId, projectId, contractId },
      generatesOpportunity: plan.generates ?? true,
    })
    return convertQuote(ctx, input)
  })
}

async function endQuote({ company, records }: World, plan: QuotePlan, quoteId: string, at: Date): Promise<void> {
  await company.as(plan.seller, at, async (ctx) => {
    const step = { commandId: uuidv7(), quoteId }
    if (plan.ends === 'approved') await approveQuote(ctx, step)
    else
      await loseQuote(ctx, {
        ...step,
        lossReasonId: idOf(records, 'lossReasons', plan.lossReason ?? ''),
        reason: plan.reason ?? '',
      })
  })
}

import { isDeepStrictEqual } from 'node:util'
import { createEmpreitaClient, newCommandId, refusalOf } from '@empreita/client'

// A tool in another repository: an order of two items, a task per unit, some of them concluded, and a note for just those.
const { EMPREITA_URL = 'http://localhost:3000', EMPREITA_TOKEN = '' } = process.env
const empreita = createEmpreitaClient({ url: EMPREITA_URL, token: EMPREITA_TOKEN })

const order = await createOrder()
await concludeSome(order.number)
await showBillable(order.id)
await issuePartialNote(order.id)
await tryTooMuch(order.id)

/** Sends a gesture twice with one command id, as after a lost answer: the second time nothing happens. */
async function sendTwice<Result>(send: (commandId: string) => Promise<Result>): Promise<Result> {
  const commandId = newCommandId()
  const first = await send(commandId)
  const second = await send(commandId)
  if (!isDeepStrictEqual(first, second)) throw new Error('a repeated command answered something else')
  return first
}

async function createOrder() {
  const [customer] = await empreita.customers.lookup.query({})
  const services = await empreita.services.lookup.query({})
  const perUnit = services.filter(
    ({ kind, allowsFractions, granularity }) =>
      kind === 'service' && !allowsFractions && granularity !== 'per_item' && granularity !== 'none',
  )
  const [first, second] = perUnit
  const { sellers, customer: known, today } = await empreita.salesOrders.prepare.query({ customerId: customer?.id })
  const [seller] = sellers
  if (!customer || !first || !second || !seller)
    throw new Error('the company needs a customer, two services and a seller')

  const created = await sendTwice((commandId) =>
    empreita.salesOrders.create.mutate({
      commandId,
      header: { customerId: customer.id, addressId: known?.addresses[0]?.id, issuedOn: today, sellerId: seller.id },
      items: [
        { serviceId: first.id, quantity: '5' },
        { serviceId: second.id, quantity: '2' },
      ],
      generatesOpportunity: false,
    }),
  )
  const generated = await sendTwice((commandId) =>
    empreita.salesOrders.generate.mutate({ commandId, salesOrderId: created.id }),
  )
  console.log(
    `Pedido ${created.number} de ${customer.name}: ${generated.tasksCreated} tarefas em "${generated.opportunity.title}"`,
  )
  return created
}

async function concludeSome(number: number) {
  const { items } = await empreita.salesOrders.statusPanel.query({ number })
  const [item] = items
  if (!item) throw new Error('the order has no items')
  const { rows } = await empreita.tasks.listUnits.query({ itemId: item.id, view: 'open' })
  const taskIds = rows.slice(0, 3).map(({ id }) => id)
  const answers = await sendTwice((commandId) =>
    empreita.tasks.concludeMany.mutate({ commandId, taskIds, reason: 'Concluídas no sistema do cliente' }),
  )
  console.log(`Concluídas: ${answers.filter(({ outcome }) => outcome === 'done').length} de ${rows.length}`)
}

async function showBillable(salesOrderId: string) {
  const { items } = await empreita.invoices.draft.query({ salesOrder: salesOrderId, mode: 'partial' })
  for (const { description, billable, concluded } of items) {
    console.log(`  ${description}: pode faturar ${billable} (${concluded} concluídas)`)
  }
}

async function issuePartialNote(salesOrderId: string) {
  const [item] = (await empreita.invoices.draft.query({ salesOrder: salesOrderId, mode: 'partial' })).items
  if (!item) throw new Error('the order has no items')
  const { invoices } = await sendTwice((commandId) =>
    empreita.invoices.issue.mutate({
      commandId,
      salesOrderId,
      mode: 'partial',
      items: [{ itemId: item.id, units: 2 }],
    }),
  )
  console.log(`Notas emitidas: ${invoices.map(({ number }) => number).join(', ')}`)
}

async function tryTooMuch(salesOrderId: string) {
  const [item] = (await empreita.invoices.draft.query({ salesOrder: salesOrderId, mode: 'partial' })).items
  if (!item) throw new Error('the order has no items')
  const items = [{ itemId: item.id, units: 4 }]
  try {
    await empreita.invoices.issue.mutate({ commandId: newCommandId(), salesOrderId, mode: 'partial', items })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    console.log(`Recusado como deve ser: ${refusal.blockers.map(({ message }) => message).join(' ')}`)
    return
  }
  throw new Error('more was invoiced than was done')
}

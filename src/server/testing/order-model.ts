/** A unit of an item, as DOMAIN section 2 speaks of it. */
export type ModelUnit = {
  no: number
  state: 'open' | 'concluded' | 'cancelled'
  note: ModelNote | null
  isWaived: boolean
  batch: number | null
}
export type ModelItem = { id: string; count: number; units: ModelUnit[]; isRemoved: boolean }
type Line = { nos: number[]; counter: number }
export type ModelNote = {
  id: string
  status: 'processing' | 'authorised' | 'rejected' | 'cancelled'
  lines: Map<ModelItem, Line>
  /** Whether the authority ever made a document of it. */
  hasDocument: boolean
}

/** What the database must say of an item and of its order. */
export type Counters = { units: number; generated: number; concluded: number; invoiced: number; waived: number }

/** Where the order's opportunity stands, and whether the product itself had closed it. */
export type ModelOpportunity = { status: 'open' | 'won' | 'lost'; because: 'invoiced' | 'cancelled' | null }

let batches = 0

/**
 * One order in memory: which units exist, are concluded, are on a note, and nothing else. Each verb answers the code of its
 * refusal, or null after it has changed the model; it knows the rules of DOMAIN section 3 and nothing of how they are kept.
 */
export class OrderModel {
  end: 'cancelled' | 'closed' | null = null
  endBatch: number | null = null
  notes: ModelNote[] = []
  items: ModelItem[] = []
  opportunity: ModelOpportunity | null = null

  constructor(
    readonly id: string,
    items: readonly { id: string; count: number }[],
    public hasOpportunity: boolean,
  ) {
    if (hasOpportunity) this.opportunity = { status: 'open', because: null }
    for (const { id: itemId, count } of items) this.place(itemId, count)
  }

  get living(): ModelItem[] {
    return this.items.filter(({ isRemoved }) => !isRemoved)
  }

  private place(id: string, count: number): void {
    const item: ModelItem = { id, count, units: [], isRemoved: false }
    this.items.push(item)
    if (this.hasOpportunity) create(item, count)
  }

  counterOf(item: ModelItem): number {
    const live = this.notes.filter(({ status }) => status === 'processing' || status === 'authorised')
    return live.reduce((sum, { lines }) => sum + (lines.get(item)?.counter ?? 0), 0)
  }

  invoicedOf(item: ModelItem): number {
    return item.units.filter(({ note }) => note).length + this.counterOf(item)
  }

  billableOf(item: ModelItem): number {
    if (item.units.length > 0) return freeOf(item).length
    return this.hasOpportunity || this.end ? 0 : item.count - this.counterOf(item)
  }

  countersOf(item: ModelItem): Counters {
    const concluded = item.units.filter(({ state }) => state === 'concluded')
    return {
      units: item.count,
      generated: livingOf(item).length,
      concluded: concluded.length,
      invoiced: this.invoicedOf(item),
      waived: concluded.filter(({ isWaived }) => isWaived).length,
    }
  }

  get status(): string {
    if (this.end) return this.end
    const items = this.living.map((item) => this.countersOf(item))
    const total = sumOf(items, 'units')
    const { authorised } = this
    if (total > 0 && authorised >= total) return 'invoiced'
    if (authorised > 0) return 'partly_invoiced'
    if (sumOf(items, 'generated') > 0 && items.every(({ units, concluded }) => concluded >= units))
      return 'ready_to_invoice'
    return sumOf(items, 'concluded') > 0 ? 'in_progress' : 'open'
  }

  private get authorised(): number {
    const lines = this.notes.filter(({ status }) => status === 'authorised').flatMap((note) => [...note.lines.values()])
    return lines.reduce((sum, { nos, counter }) => sum + nos.length + counter, 0)
  }

  private isFrozen(item: ModelItem): boolean {
    return this.notes.some(({ status, lines }) => status === 'processing' && lines.has(item))
  }

  generate(): string | null {
    const isMissing = this.living.some((item) => livingOf(item).length < item.count)
    if (this.hasOpportunity && !isMissing) return null
    if (this.end) return 'ORDER_NOT_OPEN'
    this.hasOpportunity = true
    this.opportunity ??= { status: 'open', because: null }
    this.reconcile()
    return null
  }

  private reconcile(): void {
    for (const item of this.living) {
      if (livingOf(item).length >= item.count) continue
      // G13: what a counter billed becomes concluded units on those notes, before anything else is numbered.
      for (const note of this.notes) {
        const line = note.lines.get(item)
        if (!line || line.counter === 0 || note.status === 'rejected' || note.status === 'cancelled') continue
        for (const unit of create(item, line.counter)) {
          Object.assign(unit, { state: 'concluded', note })
          line.nos.push(unit.no)
        }
        line.counter = 0
      }
      create(item, item.count - livingOf(item).length)
    }
  }

  conclude(item: ModelItem, count: number): string | null {
    const open = openOf(item)
    if (open.length < count) return 'NOT_ENOUGH_OPEN_UNITS'
    for (const unit of open.slice(0, count)) unit.state = 'concluded'
    return null
  }

  reopen(unit: ModelUnit): string | null {
    if (unit.state === 'cancelled') return 'TASK_CANCELLED'
    if (unit.state === 'open') return 'TASK_NOT_CONCLUDED'
    if (unit.note) return 'TASK_BILLED'
    if (this.end) return 'ORDER_NOT_OPEN'
    unit.state = 'open'
    return null
  }

  cancelUnit(unit: ModelUnit): string | null {
    if (unit.state === 'concluded') return 'UNIT_NOT_CANCELLABLE'
    unit.state = 'cancelled'
    return null
  }

  changeQuantity(item: ModelItem, count: number): string | null {
    if (this.end) return 'ORDER_NOT_OPEN'
    if (count !== item.count && this.isFrozen(item)) return 'ITEM_FROZEN_BY_INVOICE'
    const { concluded, invoiced, generated } = this.countersOf(item)
    if (count < concluded) return 'BELOW_CONCLUDED'
    if (count < invoiced) return 'BELOW_INVOICED'
    const isMore = count > item.count
    item.count = count
    for (const unit of openOf(item)
      .reverse()
      .slice(0, Math.max(0, generated - count)))
      unit.state = 'cancelled'
    if (isMore && this.hasOpportunity) create(item, count - generated)
    return null
  }

  addItem(): string | null {
    return this.end ? 'ORDER_NOT_OPEN' : null
  }

  added(id: string, count: number): void {
    this.place(id, count)
  }

  removeItem(item: ModelItem): string | null {
    if (this.end) return 'ORDER_NOT_OPEN'
    if (this.invoicedOf(item) > 0) return 'ITEM_HAS_BILLED_UNITS'
    if (this.countersOf(item).concluded > 0) return 'ITEM_HAS_CONCLUDED_UNITS'
    for (const unit of openOf(item)) unit.state = 'cancelled'
    item.isRemoved = true
    return null
  }

  closeItemBalance(item: ModelItem): string | null {
    if (this.end) return 'ORDER_NOT_OPEN'
    const kept = Math.max(this.countersOf(item).concluded, this.counterOf(item))
    if (kept === 0) return 'ITEM_HAS_NOTHING_CONCLUDED'
    if (kept === item.count && openOf(item).length === 0) return 'NO_BALANCE_TO_CLOSE'
    if (this.isFrozen(item)) return 'ITEM_FROZEN_BY_INVOICE'
    for (const unit of openOf(item)) unit.state = 'cancelled'
    item.count = kept
    return null
  }

  // Where it already stands, a gesture that ends an order changes nothing.
  cancel(): string | null {
    if (this.end === 'cancelled') return null
    if (this.end) return 'ORDER_NOT_OPEN'
    if (this.living.some((item) => this.invoicedOf(item) > 0)) return 'ORDER_HAS_BILLED_UNITS'
    this.finish('cancelled')
    if (this.opportunity?.status === 'open') this.opportunity = { status: 'lost', because: 'cancelled' }
    for (const { units } of this.living) for (const unit of units) unit.isWaived = unit.state === 'concluded'
    return null
  }

  closeBalance(): string | null {
    if (this.end === 'closed') return null
    if (this.end) return 'ORDER_NOT_OPEN'
    const items = this.living.map((item) => this.countersOf(item))
    if (sumOf(items, 'invoiced') >= sumOf(items, 'units')) return 'NO_BALANCE_TO_CLOSE'
    this.finish('closed')
    return null
  }

  private finish(end: 'cancelled' | 'closed'): void {
    this.end = end
    this.endBatch = ++batches
    for (const item of this.living)
      for (const unit of openOf(item)) Object.assign(unit, { state: 'cancelled', batch: this.endBatch })
  }

  reactivate(): string | null {
    if (!this.end) return 'ORDER_NOT_CANCELLED'
    if (this.end === 'cancelled') this.openAgain('cancelled')
    this.end = null
    for (const item of this.living) {
      for (const unit of item.units) unit.isWaived = false
      const batch = item.units.filter(({ state, batch: own }) => state === 'cancelled' && own === this.endBatch)
      for (const unit of batch.slice(0, item.count - livingOf(item).length))
        Object.assign(unit, { state: 'open', batch: null })
    }
    if (this.hasOpportunity) this.reconcile()
    return null
  }

  private openAgain(because: 'invoiced' | 'cancelled'): void {
    if (this.opportunity?.because === because) this.opportunity = { status: 'open', because: null }
  }

  /** What happens above an order after each gesture: wholly invoiced wins, and no longer so opens again. */
  follow(): void {
    const items = this.living.map((item) => this.countersOf(item))
    const { authorised } = this
    const total = sumOf(items, 'units')
    const isBilledAfterClosing =
      this.end === 'closed' &&
      authorised > 0 &&
      this.living.every((item) => freeOf(item).length === 0) &&
      sumOf(items, 'invoiced') === authorised
    const isWhole = this.end !== 'cancelled' && total > 0 && (authorised >= total || isBilledAfterClosing)
    if (!isWhole) this.openAgain('invoiced')
    else if (this.opportunity?.status === 'open') this.opportunity = { status: 'won', because: 'invoiced' }
  }

  /** A person closes the opportunity, or opens it again. */
  decide(status: 'open' | 'won' | 'lost'): string | null {
    if (this.opportunity?.status === status) return null
    if (status !== 'open' && this.opportunity?.status !== 'open') return 'OPPORTUNITY_NOT_OPEN'
    this.opportunity = { status, because: null }
    return null
  }

  issue(wanted: ReadonlyMap<ModelItem, number>): string | null {
    if (this.end === 'cancelled') return 'ORDER_NOT_OPEN'
    if ([...wanted].some(([item, count]) => count > this.billableOf(item))) return 'ABOVE_BILLABLE'
    return null
  }

  issued(id: string, wanted: ReadonlyMap<ModelItem, number>): void {
    const note: ModelNote = { id, status: 'processing', lines: new Map(), hasDocument: false }
    for (const [item, count] of wanted) {
      const units = item.units.length > 0 ? freeOf(item).slice(0, count) : []
      for (const unit of units) unit.note = note
      note.lines.set(item, { nos: units.map(({ no }) => no), counter: units.length > 0 ? 0 : count })
    }
    this.notes.push(note)
  }

  answer(note: ModelNote, status: 'authorised' | 'rejected' | 'cancelled'): void {
    note.status = status
    if (status === 'authorised') note.hasDocument = true
    if (status === 'authorised') return
    for (const { units } of this.items) for (const unit of units) if (unit.note === note) unit.note = null
  }

  correct(note: ModelNote): string | null {
    if (note.status !== 'rejected') return 'INVOICE_TRANSITION_NOT_ALLOWED'
    if (this.end === 'cancelled') return 'ORDER_NOT_OPEN'
    const held = [...note.lines].flatMap(([item, { nos }]) => item.units.filter(({ no }) => nos.includes(no)))
    const isFree = held.every(({ state, note: other, isWaived }) => state === 'concluded' && !other && !isWaived)
    if (!isFree || [...note.lines.keys()].some(({ isRemoved }) => isRemoved)) return 'UNITS_TAKEN_MEANWHILE'
    for (const unit of held) unit.note = note
    note.status = 'processing'
    return null
  }
}

export const openOf = ({ units }: ModelItem) => units.filter(({ state }) => state === 'open')
export const freeOf = ({ units }: ModelItem) =>
  units.filter(({ state, note, isWaived }) => state === 'concluded' && !note && !isWaived)
const livingOf = ({ units }: ModelItem) => units.filter(({ state }) => state !== 'cancelled')
const sumOf = (counters: readonly Counters[], key: keyof Counters) => counters.reduce((sum, one) => sum + one[key], 0)

function create(item: ModelItem, count: number): ModelUnit[] {
  const highest = Math.max(0, ...item.units.map(({ no }) => no))
  const made = Array.from(
    { length: count },
    (_, place): ModelUnit => ({
      no: highest + 1 + place,
      state: 'open',
      note: null,
      isWaived: false,
      batch: null,
    }),
  )
  item.units.push(...made)
  return made
}

import type { CancelCode } from '@/contract/invoices'

export type Seller = 'seller' | 'secondSeller'
export type Technician = 'technician' | 'secondTechnician'

/** An item: the service's code and the quantity as people write it. */
export type PlannedItem = { code: string; quantity: string; description?: string; discountCents?: number }

/** A working day counted from today, and an hour. */
type When = { day: number; time: string }

/** What happens to an order after it was written. `item` counts from 0; `units` is how many. */
export type PlannedStep =
  | (When & { kind: 'generate' })
  | (When & { kind: 'plan'; item: number; units: number; technician: Technician; on: { day: number; time: string } })
  | (When & { kind: 'assign'; item: number; units: number; technician: Technician })
  | (When & { kind: 'conclude'; item: number; units: number; technician: Technician })
  | (When & { kind: 'start' | 'pause'; item: number; technician: Technician })
  | (When & { kind: 'fail'; item: number; technician: Technician; reason: string; newDay: number })
  | (When & { kind: 'rework'; item: number; technician: Technician; reason: string; due: number })
  | (When & { kind: 'bill'; units?: readonly number[]; mark?: string })
  | (When & { kind: 'cancelNote'; code: CancelCode; text: string; reopens: number })
  | (When & { kind: 'closeBalance'; reason: string })
  | (When & { kind: 'cancel'; reason: string; waiveReason?: string })

/** What an order and a quote have in common. */
export type SalePlan = {
  customer: string
  seller: Seller
  /** Which of the customer's addresses. */
  address?: number
  paymentTerm?: string
  project?: string
  contract?: string
  notes?: string
  items: readonly PlannedItem[]
}

/** An order with its whole life. Days are working days from today. */
export type OrderPlan = SalePlan & {
  issued: number
  time?: string
  /** The day of the quote that it was transformed from. */
  quoted?: number
  deliveryIn?: number
  generates?: boolean
  steps?: readonly PlannedStep[]
}

/** A quote and what has become of it, on which day. */
export type QuotePlan = SalePlan & {
  issued: number
  validDays?: number
  ends: 'draft' | 'sent' | 'approved' | 'lost'
  day?: number
  lossReason?: string
  reason?: string
}

/** An item of a plan. */
export const item = (code: string, quantity: number | string, more: Partial<PlannedItem> = {}): PlannedItem => ({
  code,
  quantity: String(quantity),
  ...more,
})

type Work = { item?: number; technician?: Technician; time?: string }

/** The coordinator gives the next free units a technician and a day, one after the other from `time` on. */
export const planned = (
  day: number,
  units: number,
  on: number,
  { time = '08:00', ...work }: Work = {},
): PlannedStep => ({
  kind: 'plan',
  day,
  time: '17:10',
  units,
  on: { day: on, time },
  item: work.item ?? 0,
  technician: work.technician ?? 'technician',
})

/** The coordinator gives the next free units a technician, without a day. */
export const assigned = (
  day: number,
  units: number,
  { item = 0, technician = 'technician' }: Work = {},
): PlannedStep => ({
  kind: 'assign',
  day,
  time: '17:20',
  units,
  item,
  technician,
})

/** A technician concludes the next of their units with all that these demand. */
export const concluded = (
  day: number,
  units: number,
  { item = 0, technician = 'technician', time = '09:00' }: Work = {},
): PlannedStep => ({ kind: 'conclude', day, time, units, item, technician })

/** Planned the working day before, and concluded. */
export const visited = (day: number, units: number, work: Work = {}): PlannedStep[] => [
  planned(day - 1, units, day, { time: '08:30', ...work }),
  concluded(day, units, { time: '09:10', ...work }),
]

/** A note for so many units of each item; without numbers, all that can be billed. `mark` steers the simulated authority. */
export const billed = (day: number, units?: readonly number[], mark?: string): PlannedStep => ({
  kind: 'bill',
  day,
  time: '16:30',
  units,
  mark,
})

'use client'
import { useTranslations } from 'next-intl'
import { useTaskPanel } from '@/features/tasks/use-task-panel'
import { formatAmount, formatCents } from '@/lib/money'
import { useTRPCClient } from '@/trpc/client'
import { Section } from '@/ui/section'
import { TextLink } from '@/ui/text-link'
import { type StripUnit, UnitStrip } from '@/ui/unit-strip'
import { InvoiceLineUnits } from './invoice-line-units'
import type { Invoice } from './invoice-record'

export type InvoiceLine = Invoice['lines'][number]

const mostCells = 60

/** What the note bills, unit by unit: where, who, when, and what proves it. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record.lines')
  const { lines, status, salesOrder } = invoice
  const isReleased = status === 'rejected' || status === 'cancelled' || status === 'replaced'
  const [only] = lines
  return (
    <Section
      title={t(isReleased ? 'titleReleased' : 'title')}
      note={lines.length === 1 && only ? <LineNote line={only} /> : undefined}
      end={<TextLink href={`/tasks?salesOrderId=${salesOrder.id}`}>{t('tasks')}</TextLink>}
      isFlush
    >
      <div className="divide-y divide-line">
        {lines.map((line) => (
          <Line key={line.itemId} line={line} isReleased={isReleased} isOne={lines.length === 1} />
        ))}
      </div>
    </Section>
  )
}

function LineNote({ line }: { line: InvoiceLine }) {
  const t = useTranslations('invoices.record.lines')
  const { plannedUnits, unitTotal, unitPriceCents, unitQuantity, amountCents } = line
  const each =
    Number(unitQuantity) === 1 && unitPriceCents !== null && unitPriceCents * plannedUnits === amountCents
      ? t('each', { price: formatCents(unitPriceCents) })
      : null
  return [unitTotal > 0 && t('units', { units: plannedUnits, total: unitTotal }), each].filter(Boolean).join(' · ')
}

function Line({ line, isReleased, isOne }: { line: InvoiceLine; isReleased: boolean; isOne: boolean }) {
  const t = useTranslations('invoices.record.lines')
  const words = useTranslations('invoices.unit')
  const cells = useCells(line, isReleased)
  const openUnit = useOpenUnit(line)
  return (
    <div>
      <div className="space-y-2 px-4 py-3">
        <p className="flex flex-wrap gap-x-3">
          <span>{t('item', { item: line.position, description: line.description })}</span>
          {!isOne && (
            <span className="text-xs text-ink-2">
              <LineNote line={line} />
            </span>
          )}
          {!isOne && line.amountCents !== null && <b className="ml-auto">{formatAmount(line.amountCents)}</b>}
        </p>
        {line.counterUnits > 0 && <p className="text-ink-2">{t('counter', { units: line.counterUnits })}</p>}
        {cells.length > 0 && (
          <UnitStrip
            label={words('strip', { item: line.position })}
            units={cells}
            onUnit={({ no }) => void openUnit(no)}
          />
        )}
      </div>
      {line.units.length > 0 && <InvoiceLineUnits line={line} />}
    </div>
  )
}

// The note knows the tasks of its own units; of the others the item is asked when one is opened.
function useOpenUnit({ itemId, units }: InvoiceLine): (unitNo: number) => Promise<void> {
  const { open } = useTaskPanel()
  const client = useTRPCClient()
  return async (unitNo) => {
    const own = units.find((unit) => unit.unitNo === unitNo)
    if (own) return open(own.taskId)
    const { rows } = await client.tasks.listUnits.query({ itemId, view: 'all', afterUnitNo: unitNo - 1 })
    const [other] = rows
    if (other?.unitNo === unitNo) open(other.id)
  }
}

// All units of the item stand in the strip while they fit; of a large one only those of the note.
function useCells({ units, unitTotal }: InvoiceLine, isReleased: boolean): StripUnit[] {
  const t = useTranslations('invoices.unit')
  const own = new Map(units.map((unit) => [unit.unitNo, unit]))
  const numbers = unitTotal <= mostCells ? Array.from({ length: unitTotal }, (_, index) => index + 1) : [...own.keys()]
  return numbers.map((no) => {
    const unit = own.get(no)
    const state = unit ? (unit.isHeld ? 'ofNote' : 'released') : 'outside'
    return {
      no,
      state: unit?.isHeld && !isReleased ? 'billed' : 'open',
      mark: unit?.isHeld ? undefined : 'outside',
      label: t('label', { no, location: unit?.location || 'none', state: t(`states.${state}`, { invoice: '' }) }),
    }
  })
}

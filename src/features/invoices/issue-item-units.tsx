'use client'
import { useTranslations } from 'next-intl'
import { formatCents } from '@/lib/money'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import { UnitLegend } from '@/ui/unit-legend'
import { type StripUnit, UnitStrip } from '@/ui/unit-strip'
import {
  chosenUnits,
  type DraftItem,
  type InvoiceDraft,
  type IssueSelection,
  unitsAsked,
  withItem,
} from './issue-selection'

export type IssueItemUnitsProps = {
  item: DraftItem
  draft: InvoiceDraft
  selection: IssueSelection
  isChoosing: boolean
  onChoosing: (isChoosing: boolean) => void
  onSelect: (selection: IssueSelection) => void
}

type Cell = DraftItem['cells'][number]

/** Which units go on the note: those that are taken, and on demand all of the item to choose from (F2). */
export function IssueItemUnits({ item, draft, selection, isChoosing, onChoosing, onSelect }: IssueItemUnitsProps) {
  const t = useTranslations('invoices.issue.items')
  const words = useTranslations('invoices.unit')
  const cellOf = useCells()
  const picked = new Set(chosenUnits(selection, item.id) ?? item.now.taskIds)
  const shown = isChoosing ? item.cells : item.cells.filter(({ taskId }) => picked.has(taskId))
  const isByHand = chosenUnits(selection, item.id) !== null

  function toggle({ no }: StripUnit) {
    const cell = item.cells.find(({ unitNo }) => unitNo === no)
    if (cell?.state !== 'concluded' || selection.mode === 'full') return
    const next = new Set(picked)
    if (!next.delete(cell.taskId)) next.add(cell.taskId)
    onSelect(withItem(selection, draft, item.id, { taskIds: [...next] }))
  }
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {shown.length > 0 && (
          <UnitStrip
            label={words('strip', { item: item.position })}
            units={shown.map((cell) => cellOf(cell, picked.has(cell.taskId)))}
            limit={isChoosing ? 120 : 12}
            onUnit={toggle}
          />
        )}
        <Entering item={item} units={unitsAsked(selection, item)} />
        {item.cells.length > 1 && selection.mode === 'partial' && (
          <span className="ml-auto flex gap-3 text-xs">
            {isByHand && (
              <Button
                variant="link"
                onClick={() => onSelect(withItem(selection, draft, item.id, { units: picked.size }))}
              >
                {t('oldest')}
              </Button>
            )}
            <Button variant="link" aria-expanded={isChoosing} onClick={() => onChoosing(!isChoosing)}>
              {t(isChoosing ? 'chooseEnd' : 'choose')}
            </Button>
          </span>
        )}
      </div>
      {isChoosing && <Legend />}
    </div>
  )
}

function Entering({ item, units }: { item: DraftItem; units: number }) {
  const t = useTranslations('invoices.issue.items')
  const { unitQuantity, unitPriceCents, netCents, unitCount } = item
  // A price of each is only true where no discount and no fraction stands between price and amount.
  const isPlain = Number(unitQuantity) === 1 && unitPriceCents !== null && unitPriceCents * unitCount === netCents
  return (
    <Flag tone={units > 0 ? 'ready' : 'neutral'} glyph={units > 0 ? 'dot' : undefined}>
      {isPlain ? t('enteringPriced', { units, price: formatCents(unitPriceCents) }) : t('entering', { units })}
    </Flag>
  )
}

function Legend() {
  const t = useTranslations('invoices.issue.items.legend')
  return (
    <UnitLegend
      entries={[
        { state: 'concluded', mark: 'picked', text: t('picked') },
        { state: 'concluded', text: t('concluded') },
        { state: 'billed', text: t('billed') },
        { state: 'open', text: t('open') },
      ]}
    />
  )
}

const stripStates = {
  open: 'open',
  scheduled: 'scheduled',
  concluded: 'concluded',
  waived: 'cancelled',
  processing: 'billed',
  billed: 'billed',
} as const

function useCells(): (cell: Cell, isPicked: boolean) => StripUnit {
  const t = useTranslations('invoices.unit')
  return ({ unitNo, state, location, invoice }, isPicked) => {
    const words = state === 'concluded' ? (isPicked ? 'picked' : 'unpicked') : state
    return {
      no: unitNo,
      state: stripStates[state],
      mark: isPicked ? 'picked' : undefined,
      label: t('label', {
        no: unitNo,
        location: location || 'none',
        state: t(`states.${words}`, { invoice: invoice?.nfseNumber ?? invoice?.number ?? '' }),
      }),
    }
  }
}

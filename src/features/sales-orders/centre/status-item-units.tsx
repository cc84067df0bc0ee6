'use client'
import { useTranslations } from 'next-intl'
import { useTaskPanel } from '@/features/tasks/use-task-panel'
import { formatDate } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import { TextLink } from '@/ui/text-link'
import { type UnitState, UnitStrip } from '@/ui/unit-strip'
import type { StatusItem } from './status-items'

type Unit = StatusItem['units'][number]

/** The unit strip of an item, with what its units add up to; a cell opens its task. */
export function StatusItemUnits({ item, salesOrderId }: { item: StatusItem; salesOrderId: string }) {
  const t = useTranslations('salesOrders.status')
  const cells = useUnitCells()
  const openTask = useTaskPanel().open
  if (item.units.length === 0 && item.missing === 0) return null
  return (
    <tr className="max-phone:block">
      <td className="max-phone:hidden" />
      <td colSpan={7} className="pb-3 pl-3 max-phone:block max-phone:p-0 max-phone:pb-3">
        <UnitStrip
          label={t('unitsOf', { item: item.position })}
          units={cells(item.units)}
          onUnit={({ no }) => {
            const unit = item.units.find(({ unitNo }) => unitNo === no)
            if (unit) openTask(unit.taskId)
          }}
        />
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
          <UnitSums item={item} salesOrderId={salesOrderId} />
          {item.units.length > 0 && (
            <TextLink href={`/tasks?salesOrderId=${salesOrderId}`}>
              {t('seeTasks', { count: item.units.length })}
            </TextLink>
          )}
        </p>
      </td>
    </tr>
  )
}

function UnitSums({
  item: { unitsInvoiced, billable, openUnits, missing },
  salesOrderId,
}: {
  item: StatusItem
  salesOrderId: string
}) {
  const t = useTranslations('salesOrders.status')
  const parts = [
    openUnits.today > 0 && t('today', { count: openUnits.today }),
    openUnits.scheduled > 0 && t('scheduled', { count: openUnits.scheduled }),
  ].filter(Boolean)
  return (
    <>
      {unitsInvoiced > 0 && (
        <Flag tone="ok" glyph="check" isSmall>
          {t('billedCount', { count: unitsInvoiced })}
        </Flag>
      )}
      {billable > 0 && (
        <Flag tone="ready" glyph="dot" isSmall>
          {t('billableCount', { count: billable })}
        </Flag>
      )}
      {openUnits.open > 0 && (
        <span>
          {t('openCount', { count: openUnits.open })}
          {parts.length > 0 && `: ${parts.join(' · ')}`}
        </span>
      )}
      {openUnits.late > 0 && (
        <Flag tone="danger" glyph="bang" isSmall>
          {t('late', { count: openUnits.late })}
        </Flag>
      )}
      {missing > 0 && <Missing salesOrderId={salesOrderId} count={missing} />}
    </>
  )
}

function Missing({ salesOrderId, count }: { salesOrderId: string; count: number }) {
  const t = useTranslations('salesOrders.status')
  const generate = useCommand(useTRPC().salesOrders.generate)
  return (
    <span className="inline-flex items-center gap-2">
      <Flag tone="warn" glyph="bang" isSmall>
        {t('missingUnits', { count })}
      </Flag>
      <Button variant="link" isPending={generate.isPending} onClick={() => void generate.run({ salesOrderId })}>
        {t('generateMissing')}
      </Button>
    </span>
  )
}

const looks: Record<Unit['state'], UnitState> = {
  open: 'open',
  scheduled: 'scheduled',
  started: 'scheduled',
  not_done: 'open',
  concluded: 'concluded',
  waived: 'concluded',
  processing: 'billed',
  billed: 'billed',
  cancelled: 'cancelled',
}

/** The cells of a strip, each with its whole sentence. */
export function useUnitCells() {
  const t = useTranslations('salesOrders.status')
  return (units: readonly Unit[]) =>
    units.map((unit) => ({
      no: unit.unitNo,
      state: unit.isLate ? ('late' as const) : looks[unit.state],
      label: t('cell', {
        no: unit.unitNo,
        state: t(`states.${unit.state}`),
        late: `${unit.isLate}`,
        due: unit.dueOn ? formatDate(unit.dueOn) : '',
        who: unit.assigneeName ?? 'none',
        note: unit.invoice ? `${unit.invoice.nfseNumber ?? unit.invoice.number}` : 'none',
      }),
    }))
}

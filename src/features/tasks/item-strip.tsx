'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { useTRPC } from '@/trpc/client'
import { type UnitState, UnitStrip } from '@/ui/unit-strip'
import { daysLate } from './task-late'
import type { TaskUnit } from './task-line'

export type ItemStripProps = {
  item: { id: string; description: string }
  /** The unit that is shown already. */
  currentTaskId?: string
  onTask: (taskId: string) => void
}

/** A cell per unit of an item, up to 200; each opens its task. */
export function ItemStrip({ item, currentTaskId, onTask }: ItemStripProps) {
  const t = useTranslations('opportunities.tasks')
  const words = useTranslations('tasks')
  const { today } = useMomentWords()
  const { data } = useQuery(useTRPC().tasks.listUnits.queryOptions({ itemId: item.id, view: 'all', afterUnitNo: 0 }))
  const units = data?.rows ?? []
  return (
    <UnitStrip
      label={t('stripOf', { item: item.description })}
      units={units.map((unit) => ({
        no: unit.unitNo ?? 0,
        state: stateOf(unit, today),
        mark: unit.id === currentTaskId ? ('picked' as const) : undefined,
        label: t('unit', {
          unit: unit.unitNo ?? 0,
          status: words(`statuses.${unit.status}`),
          late: daysLate(unit, today),
          who: unit.assigneeName ?? words('unassigned'),
          invoice: unit.invoiceNumber === null ? 'none' : `${unit.invoiceNumber}`,
        }),
      }))}
      onUnit={({ no }) => {
        const unit = units.find(({ unitNo }) => unitNo === no)
        if (unit) onTask(unit.id)
      }}
    />
  )
}

function stateOf(unit: TaskUnit, today: string): UnitState {
  if (unit.invoiceId !== null) return 'billed'
  if (unit.status === 'concluded' || unit.status === 'cancelled') return unit.status
  if (daysLate(unit, today) > 0) return 'late'
  return unit.status === 'scheduled' ? 'scheduled' : 'open'
}

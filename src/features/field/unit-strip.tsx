'use client'
import { useTranslations } from 'next-intl'
import type { FieldGroup } from './field-client'
import { hasUnits, openTasks, unitNumber } from './group-view'

const MOST_CELLS = 40

/** One cell per unit of the whole item, and the same in words: "4 de 15 concluídas". */
export function UnitStrip({ group, end }: { group: FieldGroup; end: 'next' | 'order' }) {
  const t = useTranslations('field.group')
  const { concluded, generated, orderNumber } = group
  const cells = Math.min(generated, MOST_CELLS)
  const on = Math.floor((concluded / Math.max(1, generated)) * cells)
  const [next] = openTasks(group)
  const place = next && (next.location || t('unit', { number: unitNumber(next) }))
  return (
    <div>
      {hasUnits(group) && (
        <div className="strip" aria-hidden>
          {Array.from({ length: cells }, (_, cell) => (
            <i key={cellKey(cell)} className={cell < on ? 'on' : cell === on && next ? 'next' : undefined} />
          ))}
        </div>
      )}
      <div className="split strip__words">
        <b>{t('concludedOf', { concluded, total: generated })}</b>
        <span className="hint">
          {end === 'next' && place && t('next', { place })}
          {end === 'order' && orderNumber !== null && t('order', { number: orderNumber })}
        </span>
      </div>
    </div>
  )
}

const cellKey = (cell: number) => `cell-${cell}`

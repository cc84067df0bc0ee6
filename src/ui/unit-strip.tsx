'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Glyph, StatusGlyph } from './status-glyph'

export type UnitState = 'billed' | 'concluded' | 'open' | 'scheduled' | 'late' | 'cancelled'

export type StripUnit = {
  no: number
  state: UnitState
  /** The whole sentence: "Unidade 12, atrasada desde 23/11, Davi Rocha". */
  label: string
  /** Chosen for the note being made, or for being cancelled. */
  mark?: 'picked' | 'cut' | 'blocked' | 'outside'
}

const glyphs: Partial<Record<UnitState, Glyph>> = { billed: 'check', concluded: 'dot', late: 'bang' }

export type UnitStripProps = {
  /** Names the group: "Unidades do item 1". */
  label: string
  units: readonly StripUnit[]
  onUnit?: (unit: StripUnit) => void
  /** Cells beyond this number hide behind "+N". */
  limit?: number
}

/** One cell per unit of an item, in order; each is a labelled button. */
export function UnitStrip({ label, units, onUnit, limit = 60 }: UnitStripProps) {
  const t = useTranslations('kit.units')
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? units : units.slice(0, limit)
  const rest = units.length - shown.length
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {shown.map((unit) => (
        <UnitCell key={unit.no} unit={unit} onUnit={onUnit} />
      ))}
      {rest > 0 && (
        <button type="button" className="ui-unit" onClick={() => setShowsAll(true)}>
          <span aria-hidden>{t('rest', { count: rest })}</span>
          <span className="sr-only">{t('showRest', { count: rest })}</span>
        </button>
      )}
    </div>
  )
}

function UnitCell({ unit, onUnit }: { unit: StripUnit; onUnit?: (unit: StripUnit) => void }) {
  const glyph = glyphs[unit.state]
  const isPressable = unit.mark === 'picked' || unit.mark === 'cut'
  return (
    <button
      type="button"
      aria-label={unit.label}
      aria-pressed={isPressable || undefined}
      title={unit.label}
      data-state={unit.state}
      data-mark={unit.mark}
      className="ui-unit"
      onClick={() => onUnit?.(unit)}
    >
      {glyph && <StatusGlyph glyph={glyph} className="size-2.5" />}
      {unit.no}
    </button>
  )
}

'use client'
import { useDroppable } from '@dnd-kit/core'
import { classNames } from './class-names'
import { type Glyph, StatusGlyph } from './status-glyph'

export type BoardOutcome = { id: string; name: string; glyph: Glyph; tone: 'ok' | 'neutral' }

const toneStyle = { ok: 'bg-ok-bg text-ok-fg', neutral: 'bg-neutral-bg text-neutral-fg' }

/** Where a carried card leaves the board, along its lower edge. */
export function BoardOutcomes({ outcomes }: { outcomes: readonly BoardOutcome[] }) {
  return (
    <div className="absolute inset-x-4 bottom-4 z-10 grid auto-cols-fr grid-flow-col gap-4">
      {outcomes.map((outcome) => (
        <Outcome key={outcome.id} outcome={outcome} />
      ))}
    </div>
  )
}

function Outcome({ outcome: { id, name, glyph, tone } }: { outcome: BoardOutcome }) {
  const { setNodeRef, isOver } = useDroppable({ id })
  return (
    <div
      ref={setNodeRef}
      className={classNames(
        'flex h-16 items-center justify-center gap-2 rounded-control border-2 border-dashed border-current font-medium',
        toneStyle[tone],
        isOver && 'border-solid',
      )}
    >
      <StatusGlyph glyph={glyph} />
      {name}
    </div>
  )
}

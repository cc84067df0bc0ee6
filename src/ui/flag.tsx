import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { classNames } from './class-names'
import { type Glyph, StatusGlyph } from './status-glyph'

const toneText: Record<Tone, string> = {
  neutral: 'text-ink-2',
  info: 'text-info-tx',
  warn: 'text-warn-tx',
  ready: 'text-ready-tx',
  ok: 'text-ok-tx',
  danger: 'text-danger-tx',
}

export type FlagProps = { tone: Tone; glyph?: Glyph; isSmall?: boolean; children: ReactNode; className?: string }

/** Status words on a plain surface, without a fill: "5 · R$ 1.750,00" in violet, "Atrasada 1 dia" in red. */
export function Flag({ tone, glyph, isSmall = false, children, className }: FlagProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-[5px] align-middle font-medium whitespace-nowrap',
        isSmall && 'text-xs',
        toneText[tone],
        className,
      )}
    >
      {glyph && <StatusGlyph glyph={glyph} />}
      {children}
    </span>
  )
}

import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** The drawn signs of UX 7: open ○, play ▶, dot ●, half ◐, check ✓, ban ⊘, cross ✕, clock ◷, arrow →, pause ‖, back ↺, bang !, dashed ◌, swap ⇄, up ↗. */
export type Glyph =
  | 'open'
  | 'play'
  | 'dot'
  | 'half'
  | 'check'
  | 'ban'
  | 'cross'
  | 'clock'
  | 'arrow'
  | 'pause'
  | 'back'
  | 'bang'
  | 'dashed'
  | 'swap'
  | 'up'

const drawings: Record<Glyph, ReactNode> = {
  open: <circle cx="12" cy="12" r="8.5" />,
  play: <path d="M7 4.5v15l12-7.5z" fill="currentColor" />,
  dot: <circle cx="12" cy="12" r="8" fill="currentColor" stroke="none" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" stroke="none" />
    </>
  ),
  check: <path d="m4 12.5 5.5 5.5L20 6.5" />,
  ban: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m6 6 12 12" />
    </>
  ),
  cross: <path d="m5 5 14 14M19 5 5 19" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5h4" />
    </>
  ),
  arrow: <path d="M4 12h16M13 5l7 7-7 7" />,
  pause: <path d="M8 4v16M16 4v16" />,
  back: <path d="M4 5v6h6M4.5 11a8 8 0 1 1 1.5 6.5" />,
  bang: <path d="M12 3v11M12 20v.5" />,
  dashed: <circle cx="12" cy="12" r="8.5" strokeDasharray="4 4.9" />,
  swap: <path d="M4 8h15l-4-4M20 16H5l4 4" />,
  up: <path d="M6 18 18 6M8 6h10v10" />,
}

/** A status sign of 12 px; always beside its word, hence hidden from screen readers. */
export function StatusGlyph({ glyph, className }: { glyph: Glyph; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames('size-3 flex-none', className)}
    >
      {drawings[glyph]}
    </svg>
  )
}

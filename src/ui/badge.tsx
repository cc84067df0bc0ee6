import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { type Glyph, StatusGlyph } from './status-glyph'

/** `ready` (violet) means "pode faturar" and nothing else. */
export type Tone = 'neutral' | 'info' | 'warn' | 'ready' | 'ok' | 'danger'

const toneStyle: Record<Tone, string> = {
  neutral: 'bg-neutral-bg text-neutral-fg in-data-selected:bg-surface',
  info: 'bg-info-bg text-info-fg',
  warn: 'bg-warn-bg text-warn-fg',
  ready: 'bg-ready-bg text-ready-fg',
  ok: 'bg-ok-bg text-ok-fg',
  danger: 'bg-danger-bg text-danger-fg',
}
const shape =
  'ui-badge inline-flex h-5 items-center gap-[5px] rounded-badge px-1.5 align-middle text-xs font-medium whitespace-nowrap forced-colors:border'

export type BadgeProps = { tone: Tone; glyph: Glyph; children: ReactNode; className?: string }

/** A status: sign, word and colour together. */
export function Badge({ tone, glyph, children, className }: BadgeProps) {
  return (
    <span data-tone={tone} className={classNames(shape, toneStyle[tone], className)}>
      <StatusGlyph glyph={glyph} />
      {children}
    </span>
  )
}

/** A status that opens something; `label` says what, after the status. */
export function BadgeButton({
  tone,
  glyph,
  label,
  children,
  className,
  ...rest
}: BadgeProps & Omit<ComponentProps<'button'>, 'aria-label'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tone={tone}
      className={classNames(
        shape,
        toneStyle[tone],
        'hover:shadow-[inset_0_0_0_1px_currentcolor] pointer-coarse:h-7',
        className,
      )}
      {...rest}
    >
      <StatusGlyph glyph={glyph} />
      {children}
    </button>
  )
}

'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { closeSheet } from './place'

export type SheetProps = { title: string; context?: string; footer?: ReactNode; children: ReactNode }

/** What rises from below over the screen. The browser's own dialog traps and returns focus; Back, Esc and the scrim close it. */
export function Sheet({ title, context, footer, children }: SheetProps) {
  const t = useTranslations('field.act')
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        closeSheet()
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) closeSheet()
      }}
    >
      <header className="sheet__head">
        <div>
          <h2 id={titleId}>{title}</h2>
          {context && <p>{context}</p>}
        </div>
        <button className="btn btn--icon" type="button" aria-label={t('close')} onClick={closeSheet}>
          <X aria-hidden className="i" />
        </button>
      </header>
      <div className="sheet__body">{children}</div>
      {footer && <footer className="sheet__foot">{footer}</footer>}
    </dialog>
  )
}

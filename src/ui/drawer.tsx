'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useRef } from 'react'
import { classNames } from './class-names'
import { firstField } from './first-field'
import { IconButton } from './icon-button'
import { useOverlayClose } from './use-overlay-close'

export type DrawerProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  badge?: ReactNode
  /** Before the ×: "Anterior", "Próximo". */
  headerEnd?: ReactNode
  /** `wide` shows a table (848 px, at least 720), `normal` a form (560 px). */
  width?: 'wide' | 'normal'
  footerStart?: ReactNode
  footer?: ReactNode
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A panel at the right edge; the whole screen up to 900 px of width. */
export function Drawer({
  isOpen,
  onClose,
  title,
  description,
  badge,
  headerEnd,
  width = 'normal',
  footerStart,
  footer,
  initialFocus,
  children,
}: DrawerProps) {
  const t = useTranslations('kit')
  const popup = useRef<HTMLDivElement>(null)
  const close = useOverlayClose(isOpen, onClose)
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={close}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="ui-scrim" />
        <BaseDialog.Popup
          ref={popup}
          initialFocus={initialFocus ?? ((openedBy) => firstField(popup.current, openedBy))}
          className={classNames(
            'ui-overlay ui-drawer outline-none fixed inset-y-0 right-0 z-40 flex w-full flex-col border-l border-line bg-surface shadow-overlay max-tablet:max-w-none max-tablet:border-0',
            width === 'wide' ? 'max-w-[848px]' : 'max-w-[560px]',
          )}
        >
          <header className="flex min-h-12 flex-none items-center gap-x-3 border-b border-line py-2 pr-2 pl-6 max-phone:pl-4">
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <div className="min-w-0">
                <BaseDialog.Title className="text-base font-bold">{title}</BaseDialog.Title>
                {description && <BaseDialog.Description className="text-ink-2">{description}</BaseDialog.Description>}
              </div>
              {badge}
            </div>
            <div className="ml-auto flex flex-none items-center gap-1">
              {headerEnd}
              <BaseDialog.Close render={<IconButton icon="close" label={t('close')} />} />
            </div>
          </header>
          <div className="ui-overlay-body min-h-0 flex-1 overflow-auto px-6 py-4 max-phone:px-4">{children}</div>
          {footer && (
            <footer className="flex min-h-14 flex-none flex-wrap items-center gap-2 border-t border-line bg-canvas px-6 py-2 max-phone:px-4">
              {footerStart && <div className="flex min-w-0 flex-wrap items-center gap-2 text-ink-2">{footerStart}</div>}
              <div className="ml-auto flex flex-wrap justify-end gap-2 max-phone:w-full max-phone:*:flex-1">
                {footer}
              </div>
            </footer>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useRef } from 'react'
import { classNames } from './class-names'
import { firstField } from './first-field'
import { IconButton } from './icon-button'
import { useOverlayClose } from './use-overlay-close'

export type DialogProps = {
  isOpen: boolean
  /** Esc, ×, and a press outside; the caller decides whether unsaved work asks first. */
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** 880 px for work with a table, 560 px for a question. */
  width?: 'wide' | 'normal'
  /** Left end of the bottom line. */
  footerNote?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  initialFocus?: RefObject<HTMLElement | null>
  /** Only the buttons close it. */
  isPressOutsideIgnored?: boolean
  /** Over other windows, a question with its answers too: for what ends the work of the whole screen. */
  isOnTop?: boolean
  children: ReactNode
}

/** A window over the page. Focus stays inside and returns to where it was. */
export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  width = 'normal',
  footerNote,
  footer,
  initialFocus,
  isPressOutsideIgnored = false,
  isOnTop = false,
  children,
}: DialogProps) {
  const t = useTranslations('kit')
  const popup = useRef<HTMLDivElement>(null)
  const close = useOverlayClose(isOpen, onClose)
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={close} disablePointerDismissal={isPressOutsideIgnored}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop forceRender={isOnTop} className={classNames('ui-scrim', isOnTop && 'z-60!')} />
        <BaseDialog.Viewport
          className={classNames('fixed inset-0 grid place-items-center p-6 max-tablet:p-0', isOnTop ? 'z-60' : 'z-40')}
        >
          <BaseDialog.Popup
            ref={popup}
            initialFocus={initialFocus ?? ((openedBy) => firstField(popup.current, openedBy))}
            className={classNames(
              'ui-overlay flex max-h-full outline-none w-full flex-col overflow-hidden rounded-card border border-line bg-surface shadow-overlay max-tablet:h-full max-tablet:max-w-none max-tablet:rounded-none max-tablet:border-0',
              width === 'wide' ? 'max-w-[880px]' : 'max-w-[560px]',
            )}
          >
            <header className="flex flex-none items-start gap-3 border-b border-line px-6 pt-4 pb-3 max-phone:px-4">
              <div className="min-w-0">
                <BaseDialog.Title className="text-base font-bold">{title}</BaseDialog.Title>
                {description && <BaseDialog.Description className="text-ink-2">{description}</BaseDialog.Description>}
              </div>
              <BaseDialog.Close
                render={
                  <IconButton
                    icon="close"
                    label={t('close')}
                    className="-mt-0.5 -mr-1.5 ml-auto pointer-coarse:-my-2"
                  />
                }
              />
            </header>
            <div className="ui-overlay-body min-h-0 flex-1 space-y-3 overflow-auto px-6 py-4 max-phone:px-4">
              {children}
            </div>
            {footer && (
              <footer className="flex flex-none flex-wrap items-center gap-2 border-t border-line px-6 py-3 max-phone:px-4">
                {footerNote && <div className="min-w-0 text-ink-2">{footerNote}</div>}
                <div className="ml-auto flex flex-wrap justify-end gap-2 max-phone:w-full max-phone:*:flex-1">
                  {footer}
                </div>
              </footer>
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

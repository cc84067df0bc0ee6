'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button'
import { useOverlayClose } from './use-overlay-close'

export type SheetProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  closeLabel: string
  children: ReactNode
}

/** A panel at the left edge of phones, for the menu. */
export function Sheet({ isOpen, onClose, title, closeLabel, children }: SheetProps) {
  const close = useOverlayClose(isOpen, onClose)
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={close}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="ui-scrim" />
        <BaseDialog.Popup className="ui-overlay fixed inset-y-0 left-0 z-40 flex w-[min(320px,88vw)] flex-col border-r border-line bg-surface shadow-overlay">
          <header className="flex min-h-12 flex-none items-center border-b border-line pr-2 pl-4">
            <BaseDialog.Title className="text-sm font-bold">{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon="close" label={closeLabel} className="ml-auto" />} />
          </header>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

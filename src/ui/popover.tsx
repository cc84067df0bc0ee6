'use client'
import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

export type PopoverProps = {
  /** Names the small window. */
  label: string
  trigger: ReactElement
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  align?: 'start' | 'end'
  children: ReactNode
}

/** A small window beside its button, for a calendar or one filter. */
export function Popover({ label, trigger, isOpen, onOpenChange, align = 'start', children }: PopoverProps) {
  return (
    <BasePopover.Root open={isOpen} onOpenChange={onOpenChange}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={4} align={align} className="z-50">
          <BasePopover.Popup
            aria-label={label}
            className="ui-popup max-w-[min(92vw,420px)] rounded-control border border-control bg-surface p-3 shadow-popup outline-none"
          >
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}

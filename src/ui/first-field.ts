import type { RefObject } from 'react'

/** Where the focus goes when a window opens: its first field, else the window itself (with a finger always, so that no keyboard jumps up). */
export function firstField(popup: RefObject<HTMLElement | null>) {
  return (openedBy: string): HTMLElement | null => {
    const field = popup.current?.querySelector<HTMLElement>(
      'input:enabled:not([type="hidden"]), select:enabled, textarea:enabled',
    )
    return openedBy === 'touch' || !field ? popup.current : field
  }
}

/**
 * Where the focus goes when a window opens: its first field, else the window itself (with a finger always, so that no keyboard
 * jumps up).
 */
export function firstField(popup: HTMLElement | null, openedBy: string): HTMLElement | null {
  const field = popup?.querySelector<HTMLElement>(
    'input:enabled:not([type="hidden"]), select:enabled, textarea:enabled',
  )
  return openedBy === 'touch' || !field ? popup : field
}

import type { KeyboardEvent } from 'react'

/** Enter in a line of text that nothing has answered yet: there it would send a form that is still being typed. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.altKey
  return event.key === 'Enter' && !isModified && event.target instanceof HTMLInputElement && !event.isDefaultPrevented()
}

import superjson from 'superjson'
import type { FieldCommand } from './field-command'

const prefix = 'empreita.field.commands.'

/** What this person did on this device and the server has not taken. */
export function readCommands(owner: string): FieldCommand[] {
  try {
    const text = localStorage.getItem(prefix + owner)
    return text ? superjson.parse<FieldCommand[]>(text) : []
  } catch {
    return []
  }
}

/** Keeps them over a reload; those the server has are not kept. */
export function storeCommands(owner: string, commands: readonly FieldCommand[]) {
  const left = commands.filter(({ state }) => state !== 'done')
  try {
    if (left.length === 0) localStorage.removeItem(prefix + owner)
    else localStorage.setItem(prefix + owner, superjson.stringify(left))
  } catch {
    // A full or forbidden storage keeps them for as long as the page lives.
  }
}

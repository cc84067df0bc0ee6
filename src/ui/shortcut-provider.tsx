'use client'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { z } from 'zod'
import { useDeviceSetting } from './use-device-setting'

type Shortcut = {
  /** `n`, `?`, `g p` (one after the other), `mod+enter`, `mod+s`, `escape`. Compared with `event.key`. */
  keys: string
  /** For the list of shortcuts; without it the shortcut is not listed. */
  label?: string
  group?: string
  /** Also while a window is open over the page: the shortcuts of that window. */
  isInOverlay?: boolean
}

/** Without `run` it is only listed: the row or the field answers to the key itself. */
type Entry = Shortcut & { run: (() => void) | null }
type Registry = {
  entries: Map<string, Entry>
  add: (id: string, entry: Entry) => () => void
  list: () => Entry[]
}

const RegistryContext = createContext<Registry | null>(null)
const sequenceMs = 1200

/** Listens to the keyboard once for the whole office. Single letters are off inside fields and when the person switched them off. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(makeRegistry)
  const [areLettersOn] = useLetterShortcuts()
  const first = useRef<{ key: string; at: number } | null>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const chord = chordOf(event)
    const isModified = chord.startsWith('mod+') || chord === 'escape'
    if (!isModified && (isTyping(event.target) || !areLettersOn)) return
    const hasOverlay = document.querySelector('.ui-overlay, [role="menu"]') !== null
    const previous =
      first.current && event.timeStamp - first.current.at < sequenceMs ? `${first.current.key} ${chord}` : null
    const entry = find([previous, chord], registry.entries, hasOverlay)
    first.current = entry || isModified ? null : { key: chord, at: event.timeStamp }
    if (!entry?.run) return
    event.preventDefault()
    entry.run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

function makeRegistry(): Registry {
  const entries = new Map<string, Entry>()
  return {
    entries,
    add: (id, entry) => {
      entries.set(id, entry)
      return () => entries.delete(id)
    },
    list: () => [...entries.values()].filter((entry) => entry.label),
  }
}

/** Runs `run` on `keys` while the component is on the screen; the latest one mounted wins. With `run` null it is only listed. */
export function useShortcut(
  keys: string,
  run: (() => void) | null,
  { label, group, isInOverlay, isEnabled = true }: Omit<Shortcut, 'keys'> & { isEnabled?: boolean } = {},
) {
  const registry = useContext(RegistryContext)
  const id = useId()
  const latest = useEffectEvent(() => run?.())
  const isListedOnly = run === null
  useEffect(() => {
    if (!isEnabled || !registry) return
    return registry.add(id, { keys, label, group, isInOverlay, run: isListedOnly ? null : () => latest() })
  }, [registry, id, keys, label, group, isInOverlay, isEnabled, isListedOnly])
}

/** The shortcuts of this screen that have a label, read when called. */
export function useShortcutList(): () => readonly Entry[] {
  const registry = useContext(RegistryContext)
  return () => registry?.list() ?? []
}

/** Whether single-letter shortcuts are on, and how to switch them. */
export function useLetterShortcuts(): [boolean, (isOn: boolean) => void] {
  return useDeviceSetting('empreita.letter-shortcuts', z.boolean(), true)
}

function chordOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  )
}

function find(chords: (string | null)[], entries: Map<string, Entry>, hasOverlay: boolean): Entry | undefined {
  const usable = [...entries.values()].filter(({ run, isInOverlay }) => run && (!hasOverlay || isInOverlay)).reverse()
  for (const chord of chords) {
    const entry = chord === null ? undefined : usable.find(({ keys }) => keys === chord)
    if (entry) return entry
  }
  return undefined
}

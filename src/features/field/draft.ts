import { useSyncExternalStore } from 'react'
import type { CalendarDate } from '@/lib/calendar-date'

/** What was filled in for a group and is not handed in yet. It survives a reload. */
export type Draft = {
  count: number
  /** Units chosen by hand; none means "the next". */
  chosenIds: string[]
  report: string
  checklist: boolean[]
  photoIds: string[]
  signatureId: string | null
  signerName: string
  notDone: NotDoneAnswers
}

/** Why a visit failed and when the next one is. */
export type NotDoneAnswers = {
  reason: NotDoneReason | null
  isOnlyNext: boolean
  /** `null`: to be arranged; absent: not answered yet. */
  newDay?: CalendarDate | null
  note: string
  photoIds: string[]
}
export type NotDoneReason = 'absent' | 'closed' | 'material' | 'unsafe' | 'other'

/** Nothing filled in: the next one unit. */
export const emptyDraft: Draft = {
  count: 1,
  chosenIds: [],
  report: '',
  checklist: [],
  photoIds: [],
  signatureId: null,
  signerName: '',
  notDone: { reason: null, isOnlyNext: false, note: '', photoIds: [] },
}

const prefix = 'empreita.field.draft.'
const known = new Map<string, Draft>()
const listeners = new Set<() => void>()

/** The draft of a group. */
export function readDraft(key: string): Draft {
  const held = known.get(key)
  if (held) return held
  const read = stored(key)
  known.set(key, read)
  return read
}

/** Changes some of it. */
export function writeDraft(key: string, change: Partial<Draft>) {
  const draft = { ...readDraft(key), ...change }
  known.set(key, draft)
  try {
    localStorage.setItem(prefix + key, JSON.stringify(draft))
  } catch {
    // A full or forbidden storage keeps the draft for as long as the page lives.
  }
  for (const listener of listeners) listener()
}

/** Handed in: the next unit starts afresh. */
export function clearDraft(key: string) {
  known.set(key, emptyDraft)
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Nothing was stored where storage is forbidden.
  }
  for (const listener of listeners) listener()
}

/** The draft of a group, live. */
export function useDraft(key: string): Draft {
  return useSyncExternalStore(
    subscribe,
    () => readDraft(key),
    () => emptyDraft,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function stored(key: string): Draft {
  try {
    const text = localStorage.getItem(prefix + key)
    return text ? { ...emptyDraft, ...(JSON.parse(text) as Partial<Draft>) } : emptyDraft
  } catch {
    return emptyDraft
  }
}

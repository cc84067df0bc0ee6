import { useSyncExternalStore } from 'react'

/** What the screen shows; all of it stands in the address, so that Back, reload and a sent link work. */
export type Place = {
  screen: 'today' | 'agenda' | 'task' | 'notDone'
  /** The task whose group is shown, or that the open sheet is about. */
  taskId: string | null
  sheet: 'conclude' | 'count' | 'menu' | 'reopen' | null
  /** The Monday that the agenda shows; null is this week. */
  week: string | null
  /** The screen below a task: where its "back" leads. */
  from: 'today' | 'agenda'
}

const screens: readonly string[] = ['today', 'agenda', 'task', 'notDone']
const sheets: readonly string[] = ['conclude', 'count', 'menu', 'reopen']
const start: Place = { screen: 'today', taskId: null, sheet: null, week: null, from: 'today' }
const listeners = new Set<() => void>()
let read = { search: '', place: start }

/** The place of the address, live. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, readPlace, () => start)
}

/** Goes somewhere else; Back returns. */
export function goTo(change: Partial<Place>) {
  window.history.pushState({ isFieldStep: true }, '', addressOf({ ...readPlace(), ...change }))
  tell()
}

/** Returns to where this place was opened from; a place that was opened by its address falls back to `otherwise`. */
export function goBack(otherwise: Partial<Place>) {
  const state: unknown = window.history.state
  if (typeof state === 'object' && state !== null && 'isFieldStep' in state) {
    window.history.back()
    return
  }
  window.history.replaceState(null, '', addressOf({ ...readPlace(), ...otherwise }))
  tell()
}

/** Closes the open sheet. */
export function closeSheet() {
  goBack({ sheet: null })
}

function addressOf({ screen, taskId, sheet, week, from }: Place): string {
  const params = new URLSearchParams()
  if (screen !== 'today') params.set('screen', screen)
  if (taskId && (sheet || screen === 'task' || screen === 'notDone')) params.set('task', taskId)
  if (sheet) params.set('sheet', sheet)
  if (week && screen !== 'today') params.set('week', week)
  if (from !== 'today' && screen !== 'today') params.set('from', from)
  const query = params.toString()
  return query ? `/field?${query}` : '/field'
}

function readPlace(): Place {
  const { search } = window.location
  if (read.search === search) return read.place
  const params = new URLSearchParams(search)
  const oneOf = <Name extends string>(name: string, known: readonly string[]): Name | null => {
    const value = params.get(name)
    return value !== null && known.includes(value) ? (value as Name) : null
  }
  const week = params.get('week')
  const place: Place = {
    screen: oneOf<Place['screen']>('screen', screens) ?? 'today',
    taskId: params.get('task'),
    sheet: oneOf<NonNullable<Place['sheet']>>('sheet', sheets),
    week: week && /^\d{4}-\d{2}-\d{2}$/.test(week) ? week : null,
    from: params.get('from') === 'agenda' ? 'agenda' : 'today',
  }
  read = { search, place }
  return place
}

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

import { useSyncExternalStore } from 'react'

/** Where the device is, in degrees. */
export type Position = { latitude: number; longitude: number }

const FRESH_MS = 5 * 60_000

let last: (Position & { at: number }) | null = null
const listeners = new Set<() => void>()

/** The last position that is not older than five minutes; it never waits and never asks. */
export function lastPosition(): Position | undefined {
  if (!last || Date.now() - last.at > FRESH_MS) return undefined
  return { latitude: last.latitude, longitude: last.longitude }
}

/** Whether a position is at hand, live. */
export function useHasPosition(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => lastPosition() !== undefined,
    () => false,
  )
}

/** Looks once where the device is, if the person allowed it before; otherwise nothing happens. */
export async function refreshPosition(): Promise<void> {
  const permission = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null)
  if (permission?.state === 'granted') await askPosition()
}

/** Asks the person and the device. Answers whether there is a position now. */
export function askPosition(): Promise<boolean> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(false)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        last = { latitude: coords.latitude, longitude: coords.longitude, at: Date.now() }
        for (const listener of listeners) listener()
        resolve(true)
      },
      () => resolve(false),
      { enableHighAccuracy: true, maximumAge: 60_000, timeout: 15_000 },
    )
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import { useSyncExternalStore } from 'react'
import type { RefusalData } from '@/contract/errors'
import { uuidv7 } from '@/lib/uuid'
import { screenHeaders } from './field-client'
import { forgetPicture, keepPicture, readPicture } from './picture-store'

/** What became of sending a picture. */
export type Delivery =
  | { outcome: 'sent' | 'unreachable' | 'signedOut' }
  | { outcome: 'refused'; refusal: RefusalData | null }

const addresses = new Map<string, string>()
const unsent = new Set<string>()
const deliveries = new Map<string, Promise<Delivery>>()
const listeners = new Set<() => void>()

/** Takes a photo in: it is kept on the device first, then sent at once, and never holds the screen. Answers its id. */
export async function addPicture(picture: Blob): Promise<string> {
  const id = await holdPicture(picture)
  void sendPicture(id)
  return id
}

/** Keeps a picture on the device; it is sent with the command that names it. Answers its id. */
export async function holdPicture(picture: Blob): Promise<string> {
  const id = uuidv7()
  addresses.set(id, URL.createObjectURL(picture))
  unsent.add(id)
  await keepPicture(id, picture)
  return id
}

/** Sends a picture under its id; one that this device no longer holds was sent before. Never rejects. */
export function sendPicture(id: string): Promise<Delivery> {
  const running = deliveries.get(id)
  if (running !== undefined) return running
  const delivery = deliver(id).finally(() => deliveries.delete(id))
  deliveries.set(id, delivery)
  return delivery
}

async function deliver(id: string): Promise<Delivery> {
  const picture = await readPicture(id).catch(() => null)
  if (!picture) return { outcome: 'sent' }
  try {
    const answer = await fetch('/api/files', {
      method: 'POST',
      body: picture,
      headers: { ...screenHeaders(), 'x-file-id': id, 'content-type': picture.type },
      signal: AbortSignal.timeout(60_000),
    })
    if (answer.status === 401) return { outcome: 'signedOut' }
    if (answer.ok) return await sent(id)
    const isFinal = answer.status < 500 && answer.status !== 429
    return isFinal ? { outcome: 'refused', refusal: await refusalIn(answer) } : { outcome: 'unreachable' }
  } catch {
    return { outcome: 'unreachable' }
  }
}

async function sent(id: string): Promise<Delivery> {
  await forgetPicture(id)
  unsent.delete(id)
  for (const listener of listeners) listener()
  return { outcome: 'sent' }
}

async function refusalIn(answer: Response): Promise<RefusalData | null> {
  const body: unknown = await answer.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'refusal' in body ? (body.refusal as RefusalData) : null
}

/** Where an <img> finds it: on this device, else at the server. */
export const pictureAddress = (id: string): string => addresses.get(id) ?? `/api/files/${id}?size=thumbnail`

/** How many of these pictures the server does not have yet, live. */
export function useUnsentCount(ids: readonly string[]): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ids.filter((id) => unsent.has(id)).length,
    () => 0,
  )
}

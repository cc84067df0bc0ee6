'use client'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { useViewer } from '@/features/session/use-viewer'

const PAUSE_MS = 600
const KEPT_MS = 30 * 86_400_000

export type FormDraft = {
  /** When what is typed was last kept on this device. */
  savedAt: Date | null
  /** When the draft of an earlier visit that waits to be taken up was kept. */
  foundAt: Date | null
  take: () => void
  /** Forgets it: after saving, or because the person does not want it. */
  discard: () => void
}

export type FormDraftOptions<Values> = {
  /** Which form of which record: `order.new`, `customer.12`. Kept apart by person and company. */
  name: string
  isWorthKeeping?: (values: Values) => boolean
  /** The version of the record that the form shows; saving a draft taken up later meets what came after it. */
  version?: number
  onTake?: (version: number | undefined) => void
}

/** Keeps what is typed and not saved on this device and offers it again after a reload or another day. */
export function useFormDraft<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { name, isWorthKeeping = () => true, version, onTake }: FormDraftOptions<Values>,
): FormDraft {
  const { personKey } = useViewer()
  const key = `${personKey}.draft.${name}`
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  // Read once, after hydration: what is kept while typing is no earlier visit's.
  const [readFirst] = useState(() => onlyOnce(() => localStorage.getItem(key)))
  const found = useSyncExternalStore(neverChanges, readFirst, nothingYet)
  const [isSettled, setIsSettled] = useState(false)
  const earlier = isSettled ? null : readDraft<Values>(found)

  const keep = useEffectEvent(() => {
    const values = form.getValues()
    if (!isWorthKeeping(values)) return
    const at = new Date()
    localStorage.setItem(key, JSON.stringify({ at, version, values }))
    setSavedAt(at)
  })
  useEffect(() => {
    const flush = () => {
      if (pause.current === null) return
      clearTimeout(pause.current)
      pause.current = null
      keep()
    }
    const subscription = form.watch((_, { type }) => {
      if (type === undefined) return
      if (pause.current !== null) clearTimeout(pause.current)
      pause.current = setTimeout(flush, PAUSE_MS)
    })
    window.addEventListener('pagehide', flush)
    return () => {
      flush()
      window.removeEventListener('pagehide', flush)
      subscription.unsubscribe()
    }
  }, [form])

  return {
    savedAt,
    foundAt: earlier?.at ?? null,
    take: () => {
      if (earlier) {
        form.reset(earlier.values, { keepDefaultValues: true })
        onTake?.(earlier.version)
      }
      setIsSettled(true)
    },
    discard: () => {
      if (pause.current !== null) clearTimeout(pause.current)
      pause.current = null
      localStorage.removeItem(key)
      setIsSettled(true)
      setSavedAt(null)
    },
  }
}

type Draft<Values> = { at: Date; version?: number; values: Values }

const neverChanges = () => () => undefined
const nothingYet = () => null

function onlyOnce<Value>(read: () => Value): () => Value {
  let first: { value: Value } | null = null
  return () => {
    first ??= { value: read() }
    return first.value
  }
}

function readDraft<Values>(kept: string | null): Draft<Values> | null {
  if (kept === null) return null
  const stored = z.object({
    at: z.coerce.date(),
    version: z.number().optional(),
    values: z.custom<Values>((value) => typeof value === 'object' && value !== null),
  })
  try {
    const draft = stored.parse(JSON.parse(kept))
    if (Date.now() - draft.at.getTime() < KEPT_MS) return draft
  } catch {
    // Kept by another version of the form: there is nothing to offer.
  }
  return null
}

'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
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
  const [earlier, setEarlier] = useState<Draft<Values> | null>(null)

  const offer = useEffectEvent(() => setEarlier(readDraft<Values>(key)))
  const keep = useEffectEvent(() => {
    const values = form.getValues()
    if (!isWorthKeeping(values)) return
    const at = new Date()
    localStorage.setItem(key, JSON.stringify({ at, version, values }))
    setSavedAt(at)
  })
  useEffect(() => {
    offer()
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
      setEarlier(null)
    },
    discard: () => {
      if (pause.current !== null) clearTimeout(pause.current)
      pause.current = null
      localStorage.removeItem(key)
      setEarlier(null)
      setSavedAt(null)
    },
  }
}

type Draft<Values> = { at: Date; version?: number; values: Values }

function readDraft<Values>(key: string): Draft<Values> | null {
  const stored = z.object({
    at: z.coerce.date(),
    version: z.number().optional(),
    values: z.custom<Values>((value) => typeof value === 'object' && value !== null),
  })
  try {
    const draft = stored.parse(JSON.parse(localStorage.getItem(key) ?? ''))
    if (Date.now() - draft.at.getTime() < KEPT_MS) return draft
    localStorage.removeItem(key)
  } catch {
    // Nothing kept, or by another version of the form: there is nothing to offer.
  }
  return null
}

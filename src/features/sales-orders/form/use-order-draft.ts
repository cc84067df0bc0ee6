'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { z } from 'zod'
import { formatTime } from '@/lib/calendar-date'
import { filledRows, type OrderFormApi, type OrderFormValues } from './order-form-values'

const PAUSE_MS = 600
const stored = z.object({
  at: z.coerce.date(),
  values: z.custom<OrderFormValues>((value) => typeof value === 'object'),
})

export type OrderDraft = {
  /** When what is typed was last kept on this device: `14:05`. */
  savedAt: string | null
  /** A draft of an earlier visit that waits to be taken up. */
  found: string | null
  take: () => void
  discard: () => void
}

/** Keeps what is typed and not confirmed on this device, under `key` (one per person and company), and offers it again. */
export function useOrderDraft(form: OrderFormApi, key: string): OrderDraft {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [earlier, setEarlier] = useState<{ at: Date; values: OrderFormValues } | null>(null)

  const offer = useEffectEvent(() => setEarlier(read(key)))
  const keep = useEffectEvent((values: OrderFormValues) => {
    if (values.header.customerId === '' && filledRows(values.items).length === 0) return
    const at = new Date()
    localStorage.setItem(key, JSON.stringify({ at, values }))
    setSavedAt(formatTime(at))
  })
  useEffect(() => {
    offer()
    let timer: ReturnType<typeof setTimeout> | undefined
    const subscription = form.watch((values, { type }) => {
      if (type === undefined) return
      clearTimeout(timer)
      timer = setTimeout(() => keep(values as OrderFormValues), PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      subscription.unsubscribe()
    }
  }, [form])

  return {
    savedAt,
    found: earlier && formatTime(earlier.at),
    take: () => {
      if (earlier) form.reset(earlier.values, { keepDefaultValues: true })
      setEarlier(null)
    },
    discard: () => {
      localStorage.removeItem(key)
      setEarlier(null)
      setSavedAt(null)
    },
  }
}

function read(key: string) {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(key) ?? ''))
  } catch {
    return null
  }
}

'use client'
import { useSyncExternalStore } from 'react'
import type { z } from 'zod'

const changed = 'empreita:device-setting'

/**
 * A choice of the person kept on this device, the same in every part of the screen and in every tab.
 * @param schema what may stand there; anything else counts as not chosen
 * @param fallback what holds before a choice, and while the server draws the page
 */
export function useDeviceSetting<Value>(
  key: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): [Value, (value: Value) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  )
  return [
    parsed(text, schema) ?? fallback,
    (value) => {
      localStorage.setItem(key, JSON.stringify(value))
      window.dispatchEvent(new Event(changed))
    },
  ]
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function parsed<Value>(text: string | null, schema: z.ZodType<Value>): Value | undefined {
  if (text === null) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

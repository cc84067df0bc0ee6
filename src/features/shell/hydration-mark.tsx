'use client'
import { useEffect } from 'react'

/** Marks the document once the page answers to clicks, for the browser tests. */
export function HydrationMark() {
  useEffect(() => {
    document.documentElement.dataset.hydrated = 'true'
  }, [])
  return null
}

'use client'
import { useEffect } from 'react'

/** Marks the document once the page answers to clicks and keys, for the browser tests. */
export function HydrationMark() {
  useEffect(() => {
    // The parts behind Suspense wake up after this effect: the first idle moment comes after them.
    if ('requestIdleCallback' in window) window.requestIdleCallback(mark)
    else setTimeout(mark, 300)
  }, [])
  return null
}

function mark() {
  document.documentElement.dataset.hydrated = 'true'
}

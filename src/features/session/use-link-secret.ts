'use client'
import { useSyncExternalStore } from 'react'

/** The secret after the # of this page's address; null while the page is not in a browser yet, '' when there is none. */
export function useLinkSecret(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => null,
  )
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

'use client'
import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'

/** Gives the page's nonce to the few style elements that the overlays write. */
export function NonceProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return <CSPProvider nonce={nonce}>{children}</CSPProvider>
}

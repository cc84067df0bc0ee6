'use client'
import { createContext, type ReactNode, use, useState } from 'react'
import { TermsPanel } from './terms-panel'

const OpenContext = createContext<() => void>(() => undefined)

/** Shows the words of the product over the page; inside a window, `TermsPanel` stands in that window. */
export const useTermsPanel = () => use(OpenContext)

/** Keeps the panel of words once for the whole office. */
export function TermsProvider({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <OpenContext value={() => setIsOpen(true)}>
      {children}
      <TermsPanel isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </OpenContext>
  )
}

'use client'
import { ThemeProvider as NextThemes } from 'next-themes'
import type { ReactNode } from 'react'

/** Claro or escuro, as the person chose or as the system says; the script in the page avoids a flash. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <NextThemes
      attribute="data-theme"
      themes={['light', 'dark']}
      value={{ light: 'claro', dark: 'escuro' }}
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      storageKey="empreita.theme"
      nonce={nonce}
    >
      {children}
    </NextThemes>
  )
}

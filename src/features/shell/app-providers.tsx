import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { WordsProvider } from '@/i18n/words-provider'
import { DataProvider } from '@/trpc/client'
import { NonceProvider } from '@/ui/nonce-provider'
import { ShortcutProvider } from '@/ui/shortcut-provider'
import { ToastProvider } from '@/ui/toast'
import { HydrationMark } from './hydration-mark'
import { ThemeProvider } from './theme-provider'

export type AppProvidersProps = {
  /** The company of this screen; null where nobody is signed in. */
  companyId: string | null
  nonce?: string
  children: ReactNode
}

/** Words, theme, data, keyboard and statuses for the office and the sign-in. The field has none of it. */
export function AppProviders({ companyId, nonce, children }: AppProvidersProps) {
  return (
    <WordsProvider>
      <ThemeProvider nonce={nonce}>
        <NonceProvider nonce={nonce}>
          <NuqsAdapter>
            <ShortcutProvider>
              <ToastProvider>
                <DataProvider companyId={companyId}>
                  {children}
                  <HydrationMark />
                </DataProvider>
              </ToastProvider>
            </ShortcutProvider>
          </NuqsAdapter>
        </NonceProvider>
      </ThemeProvider>
    </WordsProvider>
  )
}

'use client'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { locale, timeZone } from './locale'
import { messages } from './messages'

/** Gives client components the catalogue from a cached script instead of repeating it in every page's HTML. */
export function WordsProvider({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  )
}

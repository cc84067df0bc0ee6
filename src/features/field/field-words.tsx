'use client'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { locale, timeZone } from '@/i18n/locale'
import errors from '@/i18n/pt-BR/errors.json'
import field from '@/i18n/pt-BR/field.json'

/** The field's own words and those of refusals: the rest of the catalogue stays off the phone. */
export function FieldWords({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={{ field, errors }} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  )
}

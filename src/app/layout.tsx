import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { locale } from '@/i18n/locale'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const product = (await getTranslations('shell'))('product')
  return { title: { default: product, template: `%s · ${product}` } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The document. Themes and data belong to the groups below: the field is a static shell without them. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={locale} data-theme="claro" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}

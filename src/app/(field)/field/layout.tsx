import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FieldWords } from '@/features/field/field-words'
import { themeScript } from '@/features/field/theme-script'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('field'))('title') }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

/** The technician's shell: public, because it holds no data; it survives an expired session. */
export default async function FieldLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <FieldWords>
      <script nonce={nonce} suppressHydrationWarning>
        {themeScript}
      </script>
      {children}
    </FieldWords>
  )
}

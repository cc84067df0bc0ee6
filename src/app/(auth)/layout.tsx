import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AppProviders } from '@/features/shell/app-providers'

/** The pages of those who are not signed in. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <AppProviders companyId={null} nonce={nonce}>
      {children}
    </AppProviders>
  )
}

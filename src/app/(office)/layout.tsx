import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AppProviders } from '@/features/shell/app-providers'
import { OfficeShell } from '@/features/shell/office-shell'
import { sidebarCookie } from '@/features/shell/sidebar-cookie'
import { requireSession } from '@/server/auth/session'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  await requireSession()
  const queries = getQueryClient()
  // Waited for: counters that came between the server's drawing and the browser's would not match.
  const [viewer] = await Promise.all([
    queries.fetchQuery(trpc.session.current.queryOptions({})),
    queries.prefetchQuery(trpc.shell.summary.queryOptions({})),
  ])
  const isSidebarCollapsed = (await cookies()).get(sidebarCookie)?.value === 'collapsed'
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <AppProviders companyId={viewer.company.id} nonce={nonce}>
      <Hydrate>
        <OfficeShell viewer={viewer} isSidebarCollapsed={isSidebarCollapsed}>
          {children}
        </OfficeShell>
      </Hydrate>
    </AppProviders>
  )
}

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { landingOf } from '@/contract/session'
import { requireSession } from '@/server/auth/session'

/** Leads each person to where their role starts. */
export default async function RootPage() {
  const { actor } = await requireSession()
  redirect(landingOf(actor.roles) as Route)
}

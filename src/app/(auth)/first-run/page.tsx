import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FirstRunScreen } from '@/features/session/first-run-screen'
import { isInstallationEmpty } from '@/server/auth/first-run'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session.firstRun'))('title') }
}

/** The first company and its administrator, only while there is none. */
export default async function FirstRunPage() {
  if (!(await isInstallationEmpty())) redirect('/sign-in')
  return <FirstRunScreen />
}

import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { landingOf, safeNext } from '@/contract/session'
import { SignInScreen } from '@/features/session/sign-in-screen'
import { isInstallationEmpty } from '@/server/auth/first-run'
import { auth } from '@/server/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session.signIn'))('title') }
}

/** Sign-in; who is signed in already goes on, and an empty installation starts with its first run. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: unknown }> }) {
  const next = safeNext((await searchParams).next)
  const session = await auth()
  if (session) redirect((next ?? landingOf(session.actor.roles)) as Route)
  if (await isInstallationEmpty()) redirect('/first-run')
  return <SignInScreen next={next} />
}

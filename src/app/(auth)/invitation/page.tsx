import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvitationScreen } from '@/features/session/invitation-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session.invitation'))('title') }
}

/** Where the link of an invitation leads; its secret stands after the # and never reaches the server's address lines. */
export default function InvitationPage() {
  return <InvitationScreen />
}

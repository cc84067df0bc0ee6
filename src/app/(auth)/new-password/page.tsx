import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewPasswordScreen } from '@/features/session/new-password-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session.newPassword'))('title') }
}

/** Where a link for a new password leads; its secret stands after the #. */
export default function NewPasswordPage() {
  return <NewPasswordScreen />
}

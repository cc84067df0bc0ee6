import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgotPasswordScreen } from '@/features/session/forgot-password-screen'
import { sendsMails } from '@/server/auth/site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session.forgot'))('title') }
}

/** For who forgot their password: a link by e-mail, where this installation sends mails. */
export default function ForgotPasswordPage() {
  return <ForgotPasswordScreen sendsMails={sendsMails()} />
}

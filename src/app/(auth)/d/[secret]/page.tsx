import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SharedDocumentScreen } from '@/features/documents/shared-document-screen'
import { describeSharedDocument } from '@/server/auth/document-link'

type LinkPageProps = { params: Promise<{ secret: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations('documents.shared'))('title')
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

/** Where a link for the customer leads: one paper of one company, without signing in. */
export default async function SharedDocumentPage({ params }: LinkPageProps) {
  const { secret } = await params
  return <SharedDocumentScreen shared={await describeSharedDocument(secret)} secret={secret} />
}

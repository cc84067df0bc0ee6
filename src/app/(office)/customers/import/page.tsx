import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportScreen } from '@/features/imports/import-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.customers'))('title') }
}

export default function ImportCustomersPage() {
  return <ImportScreen register="customers" />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportScreen } from '@/features/imports/import-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.services'))('title') }
}

export default function ImportServicesPage() {
  return <ImportScreen register="services" />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportScreen } from '@/features/imports/import-screen'
import { OnlyWith } from '@/features/session/only-with'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.services'))('title') }
}

export default function ImportServicesPage() {
  return (
    <OnlyWith permission="services.write">
      <ImportScreen register="services" />
    </OnlyWith>
  )
}

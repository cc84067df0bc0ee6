import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportScreen } from '@/features/imports/import-screen'
import { OnlyWith } from '@/features/session/only-with'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.customers'))('title') }
}

export default function ImportCustomersPage() {
  return (
    <OnlyWith permission="customers.write">
      <ImportScreen register="customers" />
    </OnlyWith>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsHome } from '@/features/settings/settings-home'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('home') }
}

export default function SettingsPage() {
  return <SettingsHome />
}

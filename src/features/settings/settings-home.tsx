'use client'
import { useTranslations } from 'next-intl'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'

const places = [
  { id: 'company', href: '/settings/company' },
  { id: 'orders', href: '/sales-orders?panel=settings' },
  { id: 'registers', href: '/registers' },
  { id: 'projects', href: '/projects' },
  { id: 'contracts', href: '/contracts' },
  { id: 'people', href: '/people' },
  { id: 'tokens', href: '/access-tokens' },
] as const

/** Where each thing is configured. */
export function SettingsHome() {
  const t = useTranslations('settings')
  return (
    <>
      <PageHeader title={t('home')} isRuled />
      <PageBody>
        <ul className="grid max-w-3xl grid-cols-2 gap-3 max-phone:grid-cols-1">
          {places.map(({ id, href }) => (
            <li key={id} className="rounded-control border border-line bg-surface p-4">
              <TextLink href={href} isStrong>
                {t(`homeLinks.${id}.title`)}
              </TextLink>
              <p className="mt-1 text-ink-2">{t(`homeLinks.${id}.hint`)}</p>
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  )
}

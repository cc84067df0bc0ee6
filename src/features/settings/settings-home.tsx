'use client'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { Permission } from '@/contract/permissions'
import { useTRPC } from '@/trpc/client'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'
import { Unavailable } from '@/ui/unavailable'

const places = [
  { id: 'company', href: '/settings/company', permission: 'settings.read' },
  { id: 'orders', href: '/sales-orders?panel=settings', permission: 'settings.update' },
  { id: 'registers', href: '/registers', permission: 'registers.read' },
  { id: 'projects', href: '/projects', permission: 'projects.read' },
  { id: 'contracts', href: '/contracts', permission: 'contracts.read' },
  { id: 'people', href: '/people', permission: 'members.list' },
  { id: 'tokens', href: '/access-tokens', permission: 'tokens.list' },
  { id: 'system', href: '/settings/system', permission: 'system.read' },
  { id: 'demonstration', href: '/settings/demonstration', permission: 'companies.update' },
] as const satisfies readonly { id: string; href: string; permission: Permission }[]

/** Where each thing is configured; a person sees what they may open. */
export function SettingsHome() {
  const t = useTranslations('settings')
  const trpc = useTRPC()
  const { data: viewer } = useSuspenseQuery(trpc.session.current.queryOptions({}))
  const mayAdminister = viewer.permissions.includes('companies.update')
  const { data: company } = useQuery(trpc.companies.onboarding.queryOptions({}, { enabled: mayAdminister }))
  const open = places.filter(
    ({ id, permission }) =>
      viewer.permissions.includes(permission) && (id !== 'demonstration' || company?.isDemonstration === true),
  )
  if (open.length === 0) return <Unavailable reason="FORBIDDEN" />
  return (
    <>
      <PageHeader title={t('home')} isRuled />
      <PageBody>
        <ul className="grid max-w-3xl grid-cols-2 gap-3 max-phone:grid-cols-1">
          {open.map(({ id, href }) => (
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

'use client'
import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CurrentSession } from '@/contract/session'
import { uuidv7 } from '@/lib/uuid'
import { useTRPCClient } from '@/trpc/client'
import { refusalOf } from '@/trpc/refusal-of'
import { Menu } from '@/ui/menu'
import { useToast } from '@/ui/toast'

/** Product and company at the head of the sidebar; a switcher for those who work in more than one. */
export function CompanyMenu({ viewer, isCollapsed }: { viewer: CurrentSession; isCollapsed: boolean }) {
  const t = useTranslations('shell')
  const { company, companies } = viewer
  const switchTo = useCompanySwitch()
  const box = `flex h-12 w-full flex-none items-center gap-2 border-b border-line pr-2 text-left ${isCollapsed ? 'pl-5' : 'pl-4'}`
  const names = (
    <span className="min-w-0">
      <b className="block text-sm leading-[18px] font-bold text-ink">{t(isCollapsed ? 'productShort' : 'product')}</b>
      {!isCollapsed && <span className="block truncate text-xs leading-[14px] text-ink-3">{company.name}</span>}
    </span>
  )
  if (companies.length < 2) return <div className={box}>{names}</div>
  return (
    <Menu
      label={t('company.list')}
      align="start"
      entries={companies.map(({ id, name }) => ({
        label: name,
        isChecked: id === company.id,
        onSelect: () => {
          if (id !== company.id) void switchTo(id)
        },
      }))}
      trigger={
        <button type="button" aria-label={t('company.switch', { name: company.name })} className={box}>
          {names}
          {!isCollapsed && <ChevronsUpDown aria-hidden strokeWidth={1.75} className="ml-auto size-4 text-ink-3" />}
        </button>
      }
    />
  )
}

/** Not a `useCommand`: what this screen has read belongs to the old company and must not be read again, the page starts anew. */
function useCompanySwitch(): (companyId: string) => Promise<void> {
  const t = useTranslations('transport')
  const client = useTRPCClient()
  const toast = useToast()
  return async (companyId) => {
    try {
      await client.session.switchCompany.mutate({ commandId: uuidv7(), companyId })
      window.location.assign('/sign-in')
    } catch (error) {
      toast.alert(refusalOf(error)?.message ?? t('offline'))
    }
  }
}

'use client'
import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu } from '@/ui/menu'
import { useToast } from '@/ui/toast'
import { switchCompany } from './session-actions'
import type { ShellViewer } from './shell-viewer'

/** Product and company at the head of the sidebar; a switcher for those who work in more than one. */
export function CompanyMenu({ viewer, isCollapsed }: { viewer: ShellViewer; isCollapsed: boolean }) {
  const t = useTranslations('shell')
  const unknown = useTranslations('transport')('unknown')
  const toast = useToast()
  const { company, companies } = viewer
  const names = (
    <span className="min-w-0">
      <b className="block text-sm leading-[18px] font-bold text-ink">
        {isCollapsed ? t('productShort') : t('product')}
      </b>
      {!isCollapsed && <span className="block truncate text-xs leading-[14px] text-ink-3">{company.name}</span>}
    </span>
  )
  const box = `flex h-12 w-full flex-none items-center gap-2 border-b border-line pr-2 text-left ${isCollapsed ? 'pl-5' : 'pl-4'}`
  if (companies.length < 2) return <div className={box}>{names}</div>
  async function move(id: string) {
    if (!(await switchCompany(id))) toast.alert(unknown)
  }
  return (
    <Menu
      label={t('company.list')}
      align="start"
      entries={companies.map(({ id, name }) => ({
        label: name,
        isChecked: id === company.id,
        onSelect: () => {
          if (id !== company.id) void move(id)
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

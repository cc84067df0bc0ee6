'use client'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CurrentSession } from '@/contract/session'
import { PaletteButton } from '@/features/palette/palette-button'
import { productVersion } from '@/features/system/product-version'
import { classNames } from '@/ui/class-names'
import { CompanyMenu } from './company-menu'
import { NavList } from './nav-list'
import { sidebarCookie } from './sidebar-cookie'
import { UserBox } from './user-box'

/** 208 px, or 56 px when collapsed; on phones the top bar takes its place. */
export function Sidebar({ viewer, isCollapsedAtFirst }: { viewer: CurrentSession; isCollapsedAtFirst: boolean }) {
  const t = useTranslations('shell')
  const [isCollapsed, setIsCollapsed] = useState(isCollapsedAtFirst)
  const Icon = isCollapsed ? PanelLeftOpen : PanelLeftClose
  const action = isCollapsed ? t('expand') : t('collapse')
  function toggle() {
    setIsCollapsed(!isCollapsed)
    document.cookie = `${sidebarCookie}=${isCollapsed ? 'open' : 'collapsed'}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <aside
      className={classNames(
        'flex h-dvh flex-none flex-col border-r border-line bg-surface max-tablet:hidden',
        isCollapsed ? 'w-14' : 'w-(--sidebar)',
      )}
    >
      <CompanyMenu viewer={viewer} isCollapsed={isCollapsed} />
      <PaletteButton isCollapsed={isCollapsed} className="mx-2 mt-3 mb-1" />
      <NavList permissions={viewer.permissions} isCollapsed={isCollapsed} />
      <button
        type="button"
        aria-expanded={!isCollapsed}
        title={isCollapsed ? action : undefined}
        className={classNames(
          'mx-2 mb-2 flex h-8 items-center gap-2 rounded-control px-2 text-ink-3 hover:bg-sunken hover:text-ink',
          isCollapsed && 'justify-center',
        )}
        onClick={toggle}
      >
        <Icon aria-hidden strokeWidth={1.75} className="size-4 flex-none" />
        <span className={isCollapsed ? 'sr-only' : undefined}>{action}</span>
      </button>
      {!isCollapsed && productVersion && (
        <p className="px-4 pb-2 text-xs text-ink-3">{t('version', { version: productVersion })}</p>
      )}
      <UserBox viewer={viewer} isCollapsed={isCollapsed} />
    </aside>
  )
}

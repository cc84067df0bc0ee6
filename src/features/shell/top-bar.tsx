'use client'
import { Menu as MenuIcon, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CurrentSession } from '@/contract/session'
import { usePalette } from '@/features/palette/palette-provider'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { CompanyMenu } from './company-menu'
import { NavList } from './nav-list'
import { UserBox } from './user-box'

/** Phones and small tablets: a bar with the menu behind it. */
export function TopBar({ viewer }: { viewer: CurrentSession }) {
  const t = useTranslations('shell')
  const [isOpen, setIsOpen] = useState(false)
  const openPalette = usePalette()
  const close = () => setIsOpen(false)
  return (
    <header className="sticky top-0 z-20 flex h-12 flex-none items-center gap-2 border-b border-line bg-surface px-2 tablet:hidden">
      <Button variant="ghost" icon={MenuIcon} onClick={() => setIsOpen(true)}>
        {t('menu')}
      </Button>
      <b className="truncate text-sm font-bold">{viewer.company.name}</b>
      <Button variant="ghost" icon={Search} className="ml-auto" onClick={openPalette}>
        {t('search')}
      </Button>
      <Sheet isOpen={isOpen} onClose={close} title={t('menu')} closeLabel={t('closeMenu')}>
        <CompanyMenu viewer={viewer} isCollapsed={false} />
        <NavList permissions={viewer.permissions} onNavigate={close} />
        <UserBox viewer={viewer} />
      </Sheet>
    </header>
  )
}

'use client'
import { CircleHelp, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import type { CurrentSession } from '@/contract/session'
import { useTermsPanel } from '@/features/help/terms-provider'
import { signOutHere } from '@/features/session/sign-out-here'
import { Menu } from '@/ui/menu'
import { useShortcutHelp } from '@/ui/shortcut-help'
import { densities, useDensity } from '@/ui/use-density'

/** Who is signed in, with theme, density, help and sign-out. */
export function UserBox({ viewer, isCollapsed = false }: { viewer: CurrentSession; isCollapsed?: boolean }) {
  const t = useTranslations('shell')
  const shortcuts = useTranslations('kit.shortcuts')
  const densityWords = useTranslations('listing.layout')
  const { theme, setTheme } = useTheme()
  const [density, setDensity] = useDensity()
  const showShortcuts = useShortcutHelp()
  const showTerms = useTermsPanel()
  const themes = [
    { id: 'light', label: t('user.light'), icon: Sun },
    { id: 'dark', label: t('user.dark'), icon: Moon },
    { id: 'system', label: t('user.system'), icon: Monitor },
  ]
  return (
    <div
      className={`flex flex-none items-center gap-2 border-t border-line p-2 ${isCollapsed ? 'justify-center' : 'pl-4'}`}
    >
      {!isCollapsed && (
        <div className="min-w-0">
          <b className="block truncate leading-4">{viewer.name}</b>
          <span className="block truncate text-xs text-ink-3">
            {viewer.roles.map((role) => t(`roles.${role}`)).join(', ')}
          </span>
        </div>
      )}
      <div className={isCollapsed ? '' : 'ml-auto'}>
        <Menu
          label={t('user.menu', { name: viewer.name })}
          entries={[
            { heading: t('user.theme') },
            ...themes.map(({ id, label, icon }) => ({
              label,
              icon,
              isChecked: theme === id,
              onSelect: () => setTheme(id),
            })),
            { heading: t('user.density') },
            ...densities.map((value) => ({
              label: densityWords(value),
              isChecked: density === value,
              onSelect: () => setDensity(value),
            })),
            { separator: true },
            { label: t('user.account'), icon: UserRound, href: '/account' },
            { label: shortcuts('open'), icon: Keyboard, onSelect: showShortcuts },
            { label: t('user.terms'), icon: CircleHelp, onSelect: showTerms },
            { label: t('user.signOut'), icon: LogOut, onSelect: signOutHere },
          ]}
        />
      </div>
    </div>
  )
}

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CurrentSession } from '@/contract/session'
import { TermsProvider } from '@/features/help/terms-provider'
import { PaletteProvider } from '@/features/palette/palette-provider'
import { ShortcutHelpProvider } from '@/ui/shortcut-help'
import { GoShortcuts } from './go-shortcuts'
import { Sidebar } from './sidebar'
import { TopBar } from './top-bar'

export type OfficeShellProps = { viewer: CurrentSession; isSidebarCollapsed: boolean; children: ReactNode }

/** The frame of every office screen. The page fills `main`: header, tabs, toolbar, then the part that scrolls. */
export function OfficeShell({ viewer, isSidebarCollapsed, children }: OfficeShellProps) {
  const t = useTranslations('shell')
  return (
    <ShortcutHelpProvider>
      <TermsProvider>
        <PaletteProvider permissions={viewer.permissions}>
          <a
            href="#content"
            className="sr-only z-60 rounded-control bg-surface px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
          >
            {t('skipToContent')}
          </a>
          <div className="flex h-dvh max-tablet:h-auto max-tablet:min-h-dvh max-tablet:flex-col">
            <Sidebar viewer={viewer} isCollapsedAtFirst={isSidebarCollapsed} />
            <TopBar viewer={viewer} />
            <main
              id="content"
              tabIndex={-1}
              className="relative flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none max-tablet:min-h-[calc(100dvh-48px)]"
            >
              {children}
            </main>
          </div>
          <GoShortcuts permissions={viewer.permissions} />
        </PaletteProvider>
      </TermsProvider>
    </ShortcutHelpProvider>
  )
}

'use client'
import { Building2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

/** The company that this tab was opened in; null where nobody is signed in. */
export const ScreenCompany = createContext<string | null>(null)

/**
 * Keeps a page that was drawn for another company off a screen that names this one: another tab switched the company, and
 * only the page, not the frame around it, was drawn anew. `companyId` is the company of the page.
 */
export function SameCompany({ companyId, children }: { companyId: string | null; children: ReactNode }) {
  const t = useTranslations('shell.session')
  const screen = use(ScreenCompany)
  if (screen === null || companyId === null || screen === companyId) return children
  return (
    <div role="alert">
      <EmptyState
        icon={Building2}
        title={t('companyChanged')}
        hint={t('companyChangedBody')}
        action={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
        isPageTitle
      />
    </div>
  )
}

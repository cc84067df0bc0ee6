'use client'
import { Lock, SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { refusalOf } from '@/trpc/refusal-of'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { QueryBoundary } from '@/ui/query-boundary'

/** Waits and fails kindly, and says in words when the role does not open this screen or the note is not there. */
export function AccessBoundary({ children }: { children: ReactNode }) {
  return <QueryBoundary failureOf={failureOf}>{children}</QueryBoundary>
}

function failureOf(error: unknown): ReactNode {
  const code = refusalOf(error)?.code
  if (code === 'FORBIDDEN') return <NoAccess />
  if (code === 'NOT_FOUND') return <NoNote />
  return undefined
}

function NoAccess() {
  const t = useTranslations('invoices.noAccess')
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState
        icon={Lock}
        title={t('title')}
        hint={t('body')}
        action={
          <LinkButton variant="primary" href="/">
            {t('home')}
          </LinkButton>
        }
      />
    </>
  )
}

function NoNote() {
  const t = useTranslations('invoices.noAccess')
  return (
    <>
      <h1 className="sr-only">{t('notFound')}</h1>
      <EmptyState
        icon={SearchX}
        title={t('notFound')}
        hint={t('notFoundBody')}
        action={
          <LinkButton variant="primary" href="/invoices">
            {t('list')}
          </LinkButton>
        }
      />
    </>
  )
}

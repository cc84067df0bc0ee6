'use client'
import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { refusalOf } from '@/trpc/refusal-of'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { QueryBoundary } from '@/ui/query-boundary'

/** Waits and fails kindly around a note, and leads back to the list when it is not there. */
export function NoteBoundary({ children }: { children: ReactNode }) {
  return <QueryBoundary failureOf={failureOf}>{children}</QueryBoundary>
}

function failureOf(error: unknown): ReactNode {
  return refusalOf(error)?.code === 'NOT_FOUND' ? <NoNote /> : undefined
}

function NoNote() {
  const t = useTranslations('invoices.missing')
  return (
    <EmptyState
      isPageTitle
      icon={SearchX}
      title={t('title')}
      hint={t('hint')}
      action={
        <LinkButton variant="primary" href="/invoices">
          {t('list')}
        </LinkButton>
      }
    />
  )
}

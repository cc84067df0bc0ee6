'use client'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { errorDetail } from '@/ui/error-detail'
import { LinkButton } from '@/ui/link-button'

/** A screen that could not be drawn: what to do, and the code to quote. */
export function ErrorScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('shell.error')
  const { sentence, code } = errorDetail(error)
  return (
    <div role="alert">
      <EmptyState
        isPageTitle
        icon={TriangleAlert}
        title={sentence ?? t('title')}
        hint={
          <>
            {t('body')} {code && t('code', { code })}
          </>
        }
        action={
          <>
            <LinkButton href="/">{t('home')}</LinkButton>
            <Button variant="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
          </>
        }
      />
    </div>
  )
}

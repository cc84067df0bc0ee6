'use client'
import { useTranslations } from 'next-intl'
import { Button } from './button'
import { Callout } from './callout'
import { errorDetail } from './error-detail'

/** Says what could not be loaded, with the code to quote and `Tentar de novo`. Stands above what was kept. */
export function ErrorBand({ error, onRetry, isPending }: { error: unknown; onRetry: () => void; isPending?: boolean }) {
  const t = useTranslations('kit.errorBand')
  const { sentence, code } = errorDetail(error)
  return (
    <div role="alert" className="p-3">
      <Callout
        tone="danger"
        title={sentence ?? t('title')}
        end={
          <Button size="small" isPending={isPending} onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        {!sentence && <p>{t('hint')}</p>}
        {code && <p className="text-xs">{t('code', { code })}</p>}
      </Callout>
    </div>
  )
}

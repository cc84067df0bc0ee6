import { Lock, SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'

/** Why a screen shows nothing, although nothing failed; by the code of the refusal. */
export type UnavailableReason = 'FORBIDDEN' | 'NOT_FOUND'

/** A screen that this person may not open, or a record that is not there: a sentence and the way back. */
export function Unavailable({ reason }: { reason: UnavailableReason }) {
  const t = useTranslations('kit.unavailable')
  return (
    <EmptyState
      isPageTitle
      icon={reason === 'FORBIDDEN' ? Lock : SearchX}
      title={t(`${reason}.title`)}
      hint={t(`${reason}.hint`)}
      action={
        <LinkButton variant="primary" href="/">
          {t('home')}
        </LinkButton>
      }
    />
  )
}

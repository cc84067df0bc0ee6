import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'

/** No such page, record or access: the three look the same. */
export function NotFoundScreen() {
  const t = useTranslations('shell.notFound')
  return (
    <EmptyState
      isPageTitle
      icon={SearchX}
      title={t('title')}
      hint={t('body')}
      action={
        <LinkButton variant="primary" href="/">
          {t('home')}
        </LinkButton>
      }
    />
  )
}

import { useTranslations } from 'next-intl'
import { TextLink } from '@/ui/text-link'
import { Entrance } from './entrance'
import { SignInForm } from './sign-in-form'

/** How people come in. */
export function SignInScreen({ next }: { next: string | null }) {
  const t = useTranslations('session.signIn')
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <SignInForm next={next} />
      <TextLink href="/forgot-password">{t('forgot')}</TextLink>
      <p className="border-t border-line pt-4 text-xs text-ink-2">{t('help')}</p>
    </Entrance>
  )
}

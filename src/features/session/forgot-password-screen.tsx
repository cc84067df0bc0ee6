import { useTranslations } from 'next-intl'
import { Callout } from '@/ui/callout'
import { TextLink } from '@/ui/text-link'
import { Entrance } from './entrance'
import { ForgotPasswordForm } from './forgot-password-form'

/** For who forgot their password: a link by e-mail, or whom to ask where this installation sends none. */
export function ForgotPasswordScreen({ sendsMails }: { sendsMails: boolean }) {
  const t = useTranslations('session.forgot')
  return (
    <Entrance title={t('title')} lead={t(sendsMails ? 'lead' : 'leadWithoutMail')}>
      {sendsMails ? (
        <ForgotPasswordForm />
      ) : (
        <Callout tone="info" title={t('ask')}>
          <p>{t('askHow')}</p>
        </Callout>
      )}
      <p className="border-t border-line pt-4">
        <TextLink href="/sign-in">{t('back')}</TextLink>
      </p>
    </Entrance>
  )
}

import { useTranslations } from 'next-intl'
import { Callout } from '@/ui/callout'
import { LinkButton } from '@/ui/link-button'

/** Said when the gesture worked but the browser could not be signed in at once. */
export function AfterEntry({ sentence }: { sentence: string }) {
  const t = useTranslations('session.link')
  return (
    <>
      <div role="status">
        <Callout tone="ok">
          <p>{sentence}</p>
        </Callout>
      </div>
      <LinkButton variant="primary" href="/sign-in" className="w-full">
        {t('signIn')}
      </LinkButton>
    </>
  )
}

'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { refusalOf } from '@/trpc/refusal-of'
import { Callout } from '@/ui/callout'
import { LinkButton } from '@/ui/link-button'
import { useLinkSecret } from './use-link-secret'

export type LinkGateProps<Opened> = {
  /** Names what the link opens, apart from other links. */
  kind: 'invitation' | 'passwordLink'
  /** Asks what the link opens, in the body of a request: an address would be written into logs. */
  open: (secret: string) => Promise<Opened>
  children: (opened: Opened, secret: string) => ReactNode
}

/** What a link opens, or in one sentence why it opens nothing. */
export function LinkGate<Opened>({ kind, open, children }: LinkGateProps<Opened>) {
  const t = useTranslations('session.link')
  const errors = useTranslations('errors')
  const offline = useTranslations('transport')('offline')
  const secret = useLinkSecret()
  const { data, error } = useQuery({
    queryKey: [kind, secret],
    queryFn: () => open(secret ?? ''),
    enabled: Boolean(secret),
    staleTime: Number.POSITIVE_INFINITY,
  })
  // Once opened it stays: the gesture that uses the link up ends on this page.
  if (data !== undefined && secret) return children(data, secret)
  if (secret === '') return <Closed sentence={errors('LINK_UNKNOWN')} />
  if (error) return <Closed sentence={refusalOf(error)?.message ?? offline} />
  return (
    <p role="status" className="text-ink-2">
      {t('opening')}
    </p>
  )
}

function Closed({ sentence }: { sentence: string }) {
  const t = useTranslations('session.link')
  return (
    <>
      <div role="alert">
        <Callout tone="danger">
          <p>{sentence}</p>
        </Callout>
      </div>
      <LinkButton href="/sign-in" className="w-full">
        {t('signIn')}
      </LinkButton>
    </>
  )
}

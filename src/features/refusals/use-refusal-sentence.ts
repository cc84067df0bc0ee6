'use client'
import { useTranslations } from 'next-intl'
import type { Refusal } from '@/contract/errors'

/** Says why an action is not allowed, with all its reasons, for `blockedBy` of a menu; undefined when it is allowed. */
export function useRefusalSentence(): (refusals: readonly Refusal[]) => string | undefined {
  const t = useTranslations('errors')
  return (refusals) =>
    refusals.length === 0 ? undefined : refusals.map(({ code, params }) => t(code, params as never)).join(' ')
}

'use client'
import { useTranslations } from 'next-intl'
import type { Refusal } from '@/contract/errors'

/** Says why an action of a register is not allowed, for `blockedBy` of a menu; undefined when it is. Its reasons carry no values. */
export function useRefusalSentence(): (refusals: readonly Refusal[]) => string | undefined {
  const t = useTranslations('errors')
  return ([first]) => first && t(first.code as 'FORBIDDEN')
}

'use client'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Refusal } from '@/contract/errors'
import { useRefusalSentence } from './use-refusal-sentence'
import { wayOut } from './way-out'

/** What an entry of a menu says when its action is not to be had, and where its reasons are resolved. */
export type MenuBlock = { blockedBy?: string; waysOut?: { label: string; href: string }[] }

/** All reasons against an action, for an entry of a menu, each with its way out unless that is the page at hand. */
export function useMenuBlock(): (refusals: readonly Refusal[]) => MenuBlock {
  const sentenceOf = useRefusalSentence()
  const words = useTranslations('refusals.waysOut')
  const pathname = usePathname()
  return (refusals) => {
    if (refusals.length === 0) return {}
    const ways = refusals.flatMap((refusal) => {
      const href = wayOut(refusal)
      if (!href || !refusal.action || href === pathname) return []
      return [{ href, label: words(refusal.action.kind, { number: refusal.action.number ?? 0 }) }]
    })
    return { blockedBy: sentenceOf(refusals), waysOut: [...new Map(ways.map((way) => [way.href, way])).values()] }
  }
}

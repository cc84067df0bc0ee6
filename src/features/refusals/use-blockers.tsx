'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Refusal } from '@/contract/errors'
import type { Blocker } from '@/ui/blocker-list'
import { TextLink } from '@/ui/text-link'
import { wayOut } from './way-out'

/** Reasons as sentences, each with the way to what resolves it. */
export type BlockersOf = (
  /** A command brings each sentence along; a question leaves it to the catalogue. */
  refusals: readonly (Refusal & { message?: string })[],
  /** Puts a button of the screen in the place of a link; null puts nothing there. */
  replaceWay?: (refusal: Refusal) => ReactNode | undefined,
) => Blocker[]

/**
 * Turns reasons into sentences with their ways out.
 * @param isNewTab where something typed or chosen would be lost by leaving
 */
export function useBlockers({ isNewTab = false } = {}): BlockersOf {
  const t = useTranslations('errors')
  const words = useTranslations('refusals.waysOut')
  return (refusals, replaceWay) =>
    refusals.map((refusal) => {
      const { code, params, field, itemId, action, message } = refusal
      const href = wayOut(refusal)
      const replaced = replaceWay?.(refusal)
      const link = href && action && (
        <TextLink href={href} isStrong isNewTab={isNewTab}>
          {words(action.kind, { number: action.number ?? 0 })}
        </TextLink>
      )
      return {
        key: JSON.stringify([code, params, field, itemId]),
        sentence: message ?? t(code, params as never),
        action: replaced === undefined ? link : replaced,
      }
    })
}

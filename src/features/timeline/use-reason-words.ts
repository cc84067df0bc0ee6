'use client'
import { useTranslations } from 'next-intl'
import { unitCancelReasons } from '@/contract/sales-orders'

/** A reason as people read it: what a person wrote, or the words of a code that the product wrote. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('salesOrders.unitCancelReasons')
  return (reason) => {
    const code = unitCancelReasons.find((known) => known === reason)
    return code ? t(code) : reason
  }
}

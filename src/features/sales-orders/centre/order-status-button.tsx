'use client'
import { useTranslations } from 'next-intl'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import { orderStatusLooks } from '@/features/listing/order-status-badge'
import { BadgeButton } from '@/ui/badge'

export type OrderStatusButtonProps = { status: SalesOrderStatus; number: number; onOpen: () => void }

/** 3.2: the status opens the screen with the order's items. */
export function OrderStatusButton({ status, number, onOpen }: OrderStatusButtonProps) {
  const t = useTranslations('salesOrders')
  const word = useTranslations('listing.orders.statuses')(status)
  return (
    <BadgeButton
      {...orderStatusLooks[status]}
      label={t('openStatus', { status: word, number: `${number}` })}
      onClick={onOpen}
    >
      {word}
    </BadgeButton>
  )
}

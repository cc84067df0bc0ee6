'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import type { StaleField } from '@/features/listing/stale-choice'
import { formatDate } from '@/lib/calendar-date'
import type { OrderFormApi, OrderFormHeader, Prepared } from '../form/order-form-values'
import { headerOf } from './header-of'
import type { Order } from './order-page'
import { conflictsOf } from './three-way'

type Sides = { opened: Order; stored: Order; prepared: Prepared }

/** The fields of the capa that were typed here and saved otherwise since it was opened, in words (E13). */
export function useHeaderConflicts(form: OrderFormApi, { opened, stored, prepared }: Sides): StaleField[] {
  const t = useTranslations('orderForm')
  const mine = useWatch({ control: form.control, name: 'header' })
  const kept = headerOf(stored)
  const nameOf = namesOf([opened, stored], prepared)

  function wordsOf(key: keyof OrderFormHeader, header: OrderFormHeader): string {
    const value = header[key]
    if (!value) return t('noChoice')
    if (key === 'issuedOn' || key === 'dueOn') return formatDate(value)
    return key === 'notes' ? value : (nameOf.get(value) ?? t('noChoice'))
  }
  return conflictsOf(headerOf(opened), kept, mine).map((key) => ({
    label: t(key),
    stored: wordsOf(key, kept),
    mine: wordsOf(key, mine),
  }))
}

function namesOf(orders: readonly Order[], { customer, sellers, paymentTerms, projects, contracts }: Prepared) {
  const places = (customer?.addresses ?? []).map(({ id, street, streetNumber }) => ({
    id,
    name: `${street}, ${streetNumber}`,
  }))
  const offered = [
    customer,
    ...sellers,
    ...paymentTerms,
    ...projects,
    ...contracts,
    ...(customer?.contacts ?? []),
    ...places,
  ]
  const named = orders.flatMap((order) => [
    order.customer,
    order.contact,
    order.seller,
    order.paymentTerm,
    order.project,
    order.contract,
    order.addressId !== null && order.place
      ? { id: order.addressId, name: `${order.place.street}, ${order.place.streetNumber}` }
      : null,
  ])
  return new Map([...offered, ...named].flatMap((one) => (one ? [[one.id, one.name] as const] : [])))
}

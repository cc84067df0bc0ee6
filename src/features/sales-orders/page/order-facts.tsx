'use client'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { Button } from '@/ui/button'
import { DescriptionList } from '@/ui/description-list'
import { TextLink } from '@/ui/text-link'
import { EditHeaderDialog } from './edit-header-dialog'
import type { Order } from './order-page'

/** The capa as facts, and the way to edit it. */
export function OrderFacts({ order }: { order: Order }) {
  const t = useTranslations('orderForm')
  const page = useTranslations('orderPage')
  const [isEditing, setIsEditing] = useState(false)
  return (
    <>
      <section
        aria-label={t('header')}
        className="flex items-start justify-between gap-x-4 gap-y-3 max-phone:flex-col rounded-control border border-line bg-surface px-4 py-2.5"
      >
        <div className="min-w-0 max-phone:w-full">
          <DescriptionList layout="facts" items={useFacts(order)} />
          {order.notes !== '' && <p className="mt-2 text-ink-2">{order.notes}</p>}
        </div>
        {order.actions.edit.length === 0 && (
          <Button size="small" icon={Pencil} className="flex-none max-phone:w-full" onClick={() => setIsEditing(true)}>
            {page('editHeader')}
          </Button>
        )}
      </section>
      {isEditing && <EditHeaderDialog order={order} onClose={() => setIsEditing(false)} />}
    </>
  )
}

function useFacts({ customer, contact, place, issuedOn, dueOn, seller, paymentTerm, project, contract, quote }: Order) {
  const t = useTranslations('orderForm')
  const page = useTranslations('orderPage')
  const facts = [
    {
      label: t('customerId'),
      value: <TextLink href={`/customers/${customer.number}`}>{customer.name}</TextLink>,
    },
    contact && { label: t('contactId'), value: contact.name },
    place && {
      label: t('addressId'),
      value: [`${place.street}, ${place.streetNumber}`, place.city].filter(Boolean).join(' · '),
    },
    { label: t('issuedOn'), value: formatDate(issuedOn) },
    dueOn && { label: page('dueOn'), value: formatDate(dueOn) },
    { label: t('sellerId'), value: seller.name },
    paymentTerm && { label: page('paymentTerm'), value: paymentTerm.name },
    project && { label: t('projectId'), value: project.name },
    contract && { label: t('contractId'), value: contract.name },
    quote && {
      label: page('quote'),
      value: <TextLink href={`/quotes/${quote.number}`}>{quote.number}</TextLink>,
    },
  ]
  return facts.filter((fact) => fact !== null && fact !== '')
}

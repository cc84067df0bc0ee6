'use client'
import { ArchiveRestore, Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import type { Customer } from './customer-form-values'
import { InactivateCustomerDialog } from './inactivate-customer-dialog'

/** Takes the customer of a page out of use, or back. */
export function CustomerActivity({ customer }: { customer: Customer }) {
  const t = useTranslations('customers')
  const [isAsking, setIsAsking] = useState(false)
  const reactivate = useCommand(useTRPC().customers.reactivate, {
    doneMessage: ({ name }) => t('reactivate.done', { name }),
  })
  if (customer.actions.inactivate.length > 0) return null
  if (!customer.isActive) {
    return (
      <Button
        icon={ArchiveRestore}
        isPending={reactivate.isPending}
        onClick={() => void reactivate.run({ id: customer.id })}
      >
        {t('reactivate.action')}
      </Button>
    )
  }
  return (
    <>
      <Button icon={Ban} onClick={() => setIsAsking(true)}>
        {t('inactivate.action')}
      </Button>
      {isAsking && <InactivateCustomerDialog customer={customer} onClose={() => setIsAsking(false)} />}
    </>
  )
}

'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { QueryBoundary, SkeletonRows } from '@/ui/query-boundary'
import { TextArea } from '@/ui/text-area'
import { emptyRow, type OrderFormHeader, type OrderFormValues } from '../form/order-form-values'
import { OrderHeaderFields } from '../form/order-header-fields'
import { useOrderForm } from '../form/use-order-form'
import { useOrderLabelOf } from '../form/use-order-label-of'
import { usePreparedOrder } from '../form/use-prepared-order'
import type { Order } from './order-page'

type EditHeaderDialogProps = { order: Order; onClose: () => void }

/** "Editar capa": the fields of a new order, over the page. */
export function EditHeaderDialog({ order, onClose }: EditHeaderDialogProps) {
  const t = useTranslations('orderPage')
  const title = t('editHeaderTitle', { number: `${order.number}` })
  return (
    <QueryBoundary
      skeleton={
        <Dialog isOpen onClose={onClose} width="wide" title={title}>
          <SkeletonRows />
        </Dialog>
      }
    >
      <LoadedDialog order={order} onClose={onClose} />
    </QueryBoundary>
  )
}

function LoadedDialog({ order, onClose }: EditHeaderDialogProps) {
  const t = useTranslations('orderPage')
  const words = useTranslations('orderForm')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const formId = useId()
  const form = useOrderForm(valuesOf(order))
  const prepared = usePreparedOrder(useWatch({ control: form.control, name: 'header.customerId' }))
  const update = useCommand(trpc.salesOrders.updateHeader, { form, doneMessage: t('headerSaved'), onDone: onClose })
  const labelOf = useOrderLabelOf()
  const stored = trpc.salesOrders.get.queryOptions({ number: order.number })

  const save = (version: number) =>
    form.handleSubmit(({ header }) => update.run({ salesOrderId: order.id, version, header }))()
  async function takeStored() {
    const fresh = await queries.fetchQuery({ ...stored, staleTime: 0 })
    form.reset(valuesOf(fresh))
    update.reset()
  }
  async function keepMine() {
    const fresh = await queries.fetchQuery({ ...stored, staleTime: 0 })
    await save(fresh.version)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('editHeaderTitle', { number: `${order.number}` })}
      isPressOutsideIgnored={form.formState.isDirty}
      footer={
        <>
          <Button onClick={onClose}>{t('discard')}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={update.isPending}>
            {t('saveHeader')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save(order.version)
        }}
      >
        <ErrorSummary form={form} labelOf={labelOf} refusal={update.refusal}>
          <StaleChoice refusal={update.refusal} onTakeStored={takeStored} onKeepMine={keepMine} />
        </ErrorSummary>
        <OrderHeaderFields form={form} prepared={prepared} initialCustomer={order.customer} />
        <FormField control={form.control} name="header.notes">
          {(field) => <TextArea {...field} label={words('notes')} rows={2} maxLength={2000} />}
        </FormField>
      </form>
    </Dialog>
  )
}

const valuesOf = (order: Order): OrderFormValues => ({
  header: headerOf(order),
  items: [emptyRow],
  generatesOpportunity: false,
})

function headerOf(order: Order): OrderFormHeader {
  const { customer, contact, addressId, issuedOn, dueOn, seller, paymentTerm, project, contract, notes } = order
  return {
    customerId: customer.id,
    contactId: contact?.id ?? null,
    addressId,
    issuedOn,
    dueOn,
    sellerId: seller.id,
    paymentTermId: paymentTerm?.id ?? null,
    projectId: project?.id ?? null,
    contractId: contract?.id ?? null,
    notes,
  }
}

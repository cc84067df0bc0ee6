'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
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
import { emptyRow, type OrderFormValues } from '../form/order-form-values'
import { OrderHeaderFields } from '../form/order-header-fields'
import { useOrderForm } from '../form/use-order-form'
import { useOrderLabelOf } from '../form/use-order-label-of'
import { usePreparedOrder } from '../form/use-prepared-order'
import { headerOf } from './header-of'
import type { Order } from './order-page'
import { merged } from './three-way'
import { useHeaderConflicts } from './use-header-conflicts'

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
  const [opened, setOpened] = useState(order)
  const form = useOrderForm(valuesOf(opened))
  const prepared = usePreparedOrder(useWatch({ control: form.control, name: 'header.customerId' }))
  const update = useCommand(trpc.salesOrders.updateHeader, {
    form,
    doneMessage: t('headerSaved'),
    onDone: onClose,
    onRefused: ({ code }) => {
      if (code === 'VERSION_CONFLICT') {
        void queries.invalidateQueries(trpc.salesOrders.get.queryFilter({ number: order.number }))
      }
    },
  })
  const labelOf = useOrderLabelOf()
  const conflicts = useHeaderConflicts(form, { opened, stored: order, prepared })

  const save = (version: number) =>
    form.handleSubmit(({ header }) => update.run({ salesOrderId: order.id, version, header }))()
  function takeStored() {
    setOpened(order)
    form.reset(valuesOf(order))
    update.reset()
  }
  async function keepMine() {
    form.setValue('header', merged(headerOf(opened), headerOf(order), form.getValues('header')))
    setOpened(order)
    await save(order.version)
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
          void save(opened.version)
        }}
      >
        <ErrorSummary form={form} labelOf={labelOf} refusal={update.refusal}>
          <StaleChoice refusal={update.refusal} fields={conflicts} onTakeStored={takeStored} onKeepMine={keepMine} />
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

'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { DraftNote } from '@/features/drafts/draft-note'
import { DraftOffer } from '@/features/drafts/draft-offer'
import { useFormDraft } from '@/features/drafts/use-form-draft'
import { formatCents } from '@/lib/money'
import { opportunityTitle } from '@/lib/opportunity-title'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormFooter } from '@/ui/form-footer'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'
import { orderForecast } from './order-forecast'
import {
  filledRows,
  isOrderWorthKeeping,
  itemOfRow,
  newOrderValues,
  type OrderFormApi,
  type OrderFormValues,
} from './order-form-values'
import { OrderHeaderFields } from './order-header-fields'
import { OrderItemsSection } from './order-items-section'
import { useOrderForm } from './use-order-form'
import { useOrderKeyboard } from './use-order-keyboard'
import { useOrderLabelOf } from './use-order-label-of'
import { usePreparedOrder } from './use-prepared-order'

/** 2.1 and 2.2: the capa alone, or capa and items, confirmed in one transaction with the option at the foot. */
export function NewOrder() {
  const t = useTranslations('orderForm')
  const list = useTranslations('salesOrders')
  const drafts = useTranslations('drafts')
  const router = useRouter()
  const trpc = useTRPC()
  const { data: opening } = useSuspenseQuery(trpc.salesOrders.prepare.queryOptions({}))
  const form = useOrderForm(newOrderValues(opening))
  const customerId = useWatch({ control: form.control, name: 'header.customerId' })
  const prepared = usePreparedOrder(customerId)
  const draft = useFormDraft(form, { name: 'order.new', isWorthKeeping: isOrderWorthKeeping })
  const [pending, setPending] = useState<OrderFormValues | null>(null)
  const create = useCommand(trpc.salesOrders.create, {
    form,
    doneMessage: ({ number, tasksCreated }) => t('created', { number: `${number}`, tasks: tasksCreated }),
    onDone: ({ number }) => {
      draft.discard()
      router.push(`/sales-orders/${number}` as Route)
    },
  })

  async function confirm(values: OrderFormValues, isHeaderOnly = false) {
    const items = isHeaderOnly ? [] : filledRows(values.items)
    const { tasks } = orderForecast(items, prepared.settings.granularity)
    if (values.generatesOpportunity && tasks > prepared.limits.tasksToConfirm && pending === null) {
      return setPending(values)
    }
    setPending(null)
    await create.run({
      header: values.header,
      items: items.map(itemOfRow),
      generatesOpportunity: values.generatesOpportunity,
    })
  }
  const submit = form.handleSubmit((values) => confirm(values))
  const submitHeader = form.handleSubmit((values) => confirm(values, true))
  const onKeyDown = useOrderKeyboard(form, { isNew: true, submitLabel: t('confirm'), onSubmit: () => void submit() })

  return (
    <>
      <PageHeader
        title={t('newTitle')}
        breadcrumb={[{ label: list('title'), href: '/sales-orders' }]}
        note={<DraftNote draft={draft} />}
        actions={
          draft.savedAt && (
            <Button
              variant="ghost"
              onClick={() => {
                draft.discard()
                form.reset(newOrderValues(opening))
              }}
            >
              {drafts('discard')}
            </Button>
          )
        }
        isRuled
      />
      <form
        noValidate
        className="flex min-h-0 flex-1 flex-col"
        onKeyDown={onKeyDown}
        onSubmit={(event) => void submit(event)}
      >
        <PageBody>
          <ErrorSummary form={form} labelOf={useOrderLabelOf()} refusal={create.refusal} />
          <DraftOffer draft={draft} />
          <Section title={t('header')} note={t('requiredNote')}>
            <OrderHeaderFields form={form} prepared={prepared} />
          </Section>
          <OrderItemsSection form={form} granularity={prepared.settings.granularity} />
        </PageBody>
        <OrderFooter
          form={form}
          prepared={prepared}
          isPending={create.isPending}
          onHeaderOnly={() => void submitHeader()}
        />
      </form>
      {pending && (
        <ManyTasks
          values={pending}
          granularity={prepared.settings.granularity}
          onClose={() => setPending(null)}
          onConfirm={() => void confirm(pending)}
        />
      )}
    </>
  )
}

type Granularity = Parameters<typeof orderForecast>[1]
type Prepared = Parameters<typeof newOrderValues>[0]

type OrderFooterProps = { form: OrderFormApi; prepared: Prepared; isPending: boolean; onHeaderOnly: () => void }

function OrderFooter({ form, prepared, isPending, onHeaderOnly }: OrderFooterProps) {
  const t = useTranslations('orderForm')
  const { settings, actions } = prepared
  const rows = filledRows(useWatch({ control: form.control, name: 'items' }))
  const generates = useWatch({ control: form.control, name: 'generatesOpportunity' })
  const { tasks, grossCents, discountCents, totalCents } = orderForecast(rows, settings.granularity)
  const hasOnlyGoods = rows.length > 0 && rows.every(({ service }) => service?.kind === 'goods')
  const isOffered = settings.generatesOpportunity && actions.generate.length === 0
  return (
    <FormFooter
      start={
        isOffered && (
          <>
            <FormField control={form.control} name="generatesOpportunity">
              {({ value, onChange }) => (
                <Checkbox
                  label={t('option')}
                  isStrong
                  isDisabled={hasOnlyGoods}
                  value={value && !hasOnlyGoods}
                  onChange={onChange}
                />
              )}
            </FormField>
            <div className="min-w-0 text-ink-2">
              <p role="status">
                {hasOnlyGoods ? t('optionOff') : generates ? t('forecast', { tasks }) : t('forecastOff')}
              </p>
              {generates && !hasOnlyGoods && <TitlePreview form={form} prepared={prepared} />}
            </div>
          </>
        )
      }
      total={{
        value: formatCents(Math.max(0, totalCents)),
        note: t('totalNote', { gross: formatCents(grossCents), discount: formatCents(discountCents) }),
      }}
      actions={
        <>
          <Button isDisabled={rows.length > 0} isPending={isPending && rows.length === 0} onClick={onHeaderOnly}>
            {t('confirmHeader')}
          </Button>
          <Button type="submit" variant="primary" shortcut="Ctrl+Enter" isPending={isPending}>
            {t('confirm')}
          </Button>
        </>
      }
    />
  )
}

/** 1.4: what the opportunity will be called, with the project in it. */
function TitlePreview({ form, prepared }: Pick<OrderFooterProps, 'form' | 'prepared'>) {
  const t = useTranslations('orderForm')
  const { customerId, projectId, contractId } = useWatch({ control: form.control, name: 'header' })
  const { customer, projects, contracts, settings, nextNumber } = prepared
  if (customer?.id !== customerId) return null
  const title = opportunityTitle(settings.titleTemplate, {
    pedido: nextNumber,
    cliente: customer.name,
    projeto: projects.find(({ id }) => id === projectId)?.name,
    contrato: contracts.find(({ id }) => id === contractId)?.name,
  })
  return (
    <p className="max-w-[420px] truncate text-xs" title={title}>
      <span className="sr-only">{t('titlePreview')} </span>
      {title}
    </p>
  )
}

type ManyTasksProps = { values: OrderFormValues; granularity: Granularity; onClose: () => void; onConfirm: () => void }

function ManyTasks({ values, granularity, onClose, onConfirm }: ManyTasksProps) {
  const t = useTranslations('orderForm')
  const { tasks } = orderForecast(filledRows(values.items), granularity)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('manyTitle', { tasks })}
      consequence={t('manyConsequence', { tasks })}
      confirmLabel={t('manyConfirm', { tasks })}
      keepLabel={t('manyKeep')}
      onConfirm={onConfirm}
    />
  )
}

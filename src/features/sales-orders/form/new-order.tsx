'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Checkbox } from '@/ui/checkbox'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormFooter } from '@/ui/form-footer'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'
import { useShortcut } from '@/ui/shortcut-provider'
import { orderForecast } from './order-forecast'
import { filledRows, itemOfRow, newOrderValues, type OrderFormApi, type OrderFormValues } from './order-form-values'
import { OrderHeaderFields } from './order-header-fields'
import { OrderItemRows } from './order-item-rows'
import { useOrderDraft } from './use-order-draft'
import { useOrderForm } from './use-order-form'
import { useOrderLabelOf } from './use-order-label-of'
import { usePreparedOrder } from './use-prepared-order'

/** 2.1 and 2.2: the capa alone, or capa and items, confirmed in one transaction with the option at the foot. */
export function NewOrder() {
  const t = useTranslations('orderForm')
  const list = useTranslations('salesOrders')
  const router = useRouter()
  const trpc = useTRPC()
  const { data: opening } = useSuspenseQuery(trpc.salesOrders.prepare.queryOptions({}))
  const { data: viewer } = useSuspenseQuery(trpc.session.current.queryOptions({}))
  const form = useOrderForm(newOrderValues(opening))
  const customerId = useWatch({ control: form.control, name: 'header.customerId' })
  const prepared = usePreparedOrder(customerId)
  const draft = useOrderDraft(form, `empreita.order.${viewer.company.id}.${viewer.email ?? viewer.name}`)
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
  useShortcut('mod+enter', () => void submit(), { label: t('confirm') })
  const pickOnlyPlace = useEffectEvent(() => {
    const [only, ...others] = prepared.customer?.addresses ?? []
    if (only && others.length === 0) form.setValue('header.addressId', only.id)
  })
  useEffect(() => {
    if (prepared.customer?.id === customerId) pickOnlyPlace()
  }, [prepared.customer?.id, customerId])

  return (
    <>
      <PageHeader
        title={t('newTitle')}
        breadcrumb={[{ label: list('title'), href: '/sales-orders' }]}
        note={draft.savedAt && t('draftSaved', { time: draft.savedAt })}
        isRuled
      />
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void submit(event)}>
        <PageBody>
          <ErrorSummary form={form} labelOf={useOrderLabelOf()} refusal={create.refusal} />
          {draft.found && (
            <Callout
              tone="info"
              end={
                <>
                  <Button size="small" onClick={draft.take}>
                    {t('draftContinue', { time: draft.found })}
                  </Button>
                  <Button size="small" variant="ghost" onClick={draft.discard}>
                    {t('draftDiscard')}
                  </Button>
                </>
              }
            >
              {t('draftFound', { time: draft.found })}
            </Callout>
          )}
          <Section title={t('header')} note={t('requiredNote')}>
            <OrderHeaderFields form={form} prepared={prepared} />
          </Section>
          <ItemsSection form={form} granularity={prepared.settings.granularity} />
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

function ItemsSection({ form, granularity }: { form: OrderFormApi; granularity: Granularity }) {
  const t = useTranslations('orderForm')
  const rows = filledRows(useWatch({ control: form.control, name: 'items' }))
  const { itemCount, tasks } = orderForecast(rows, granularity)
  return (
    <Section
      title={t('items')}
      note={t('itemsNote', { items: itemCount, tasks })}
      end={<span className="text-xs text-ink-2 max-tablet:hidden">{t('keys')}</span>}
      isFlush
    >
      <OrderItemRows form={form} granularity={granularity} />
    </Section>
  )
}

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
            <span role="status" className="text-ink-2">
              {hasOnlyGoods ? t('optionOff') : generates ? t('forecast', { tasks }) : t('forecastOff')}
            </span>
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

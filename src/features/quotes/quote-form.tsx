'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { RefusalData } from '@/contract/errors'
import { DraftOffer } from '@/features/drafts/draft-offer'
import type { FormDraft } from '@/features/drafts/use-form-draft'
import { orderForecast } from '@/features/sales-orders/form/order-forecast'
import { filledRows, type OrderFormApi, type OrderFormValues } from '@/features/sales-orders/form/order-form-values'
import { OrderHeaderFields } from '@/features/sales-orders/form/order-header-fields'
import { OrderItemsSection } from '@/features/sales-orders/form/order-items-section'
import { useOrderKeyboard } from '@/features/sales-orders/form/use-order-keyboard'
import { useOrderLabelOf } from '@/features/sales-orders/form/use-order-label-of'
import { usePreparedOrder } from '@/features/sales-orders/form/use-prepared-order'
import { formatCents } from '@/lib/money'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormFooter } from '@/ui/form-footer'
import { PageBody } from '@/ui/page-body'
import { Section } from '@/ui/section'
import { TextArea } from '@/ui/text-area'
import { UnsavedGuard } from '@/ui/unsaved-guard'

export type QuoteFormProps = {
  form: OrderFormApi
  initialCustomer?: { id: string; name: string }
  refusal: RefusalData | null
  isPending: boolean
  waysOut?: ReactNode
  draft: FormDraft
  onSubmit: (values: OrderFormValues) => Promise<void>
}

/** Capa and items of a quote, with the fields and rows of an order. */
export function QuoteForm({ form, initialCustomer, refusal, isPending, waysOut, draft, onSubmit }: QuoteFormProps) {
  const t = useTranslations('quotes.form')
  const words = useTranslations('orderForm')
  const labelOf = useOrderLabelOf()
  const prepared = usePreparedOrder(useWatch({ control: form.control, name: 'header.customerId' }))
  const rows = filledRows(useWatch({ control: form.control, name: 'items' }))
  const { granularity } = prepared.settings
  const { grossCents, discountCents, totalCents } = orderForecast(rows, granularity)
  const submit = form.handleSubmit(async (values) => {
    if (values.header.dueOn === null) form.setError('header.dueOn', { type: 'custom', message: t('validUntilMissing') })
    else if (filledRows(values.items).length === 0) form.setError('items', { type: 'custom', message: t('noItems') })
    else await onSubmit(values)
  })
  const onKeyDown = useOrderKeyboard(form, {
    isNew: initialCustomer === undefined,
    submitLabel: t('save'),
    onSubmit: () => void submit(),
  })
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={onKeyDown}
      onSubmit={(event) => void submit(event)}
    >
      <UnsavedGuard isDirty={initialCustomer !== undefined && form.formState.isDirty && !isPending} />
      <PageBody>
        <ErrorSummary
          form={form}
          labelOf={(path) => (path === 'header.dueOn' ? t('validUntil') : labelOf(path))}
          refusal={refusal}
        >
          {waysOut}
        </ErrorSummary>
        <DraftOffer draft={draft} />
        <Section title={words('header')} note={words('requiredNote')}>
          <OrderHeaderFields
            form={form}
            prepared={prepared}
            initialCustomer={initialCustomer}
            dueLabel={t('validUntil')}
          />
        </Section>
        <OrderItemsSection form={form} granularity={granularity} />
        <Section title={words('notes')}>
          <FormField control={form.control} name="header.notes">
            {(field) => <TextArea {...field} label={words('notes')} isLabelHidden rows={2} maxLength={2000} />}
          </FormField>
        </Section>
      </PageBody>
      <FormFooter
        start={<span className="text-ink-2">{t('note')}</span>}
        total={{
          value: formatCents(Math.max(0, totalCents)),
          note: words('totalNote', { gross: formatCents(grossCents), discount: formatCents(discountCents) }),
        }}
        actions={
          <Button type="submit" variant="primary" shortcut="Ctrl+Enter" isPending={isPending}>
            {t('save')}
          </Button>
        }
      />
    </form>
  )
}

/** The form as a command reports to it: the validity is typed in the field of the delivery day. */
export function errorsOfQuote(form: OrderFormApi): Pick<OrderFormApi, 'setError'> {
  return {
    setError: (name, error) => form.setError((name as string) === 'header.validUntil' ? 'header.dueOn' : name, error),
  }
}

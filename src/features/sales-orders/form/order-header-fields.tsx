'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { CustomerField } from '@/features/customers/customer-field'
import { DateField } from '@/ui/date-field'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { Select } from '@/ui/select'
import type { OrderFormApi, Prepared } from './order-form-values'

export type OrderHeaderFieldsProps = {
  form: OrderFormApi
  prepared: Prepared
  /** The customer that the stored order names. */
  initialCustomer?: { id: string; name: string } | null
  /** Names the second day where it is no day of delivery: a quote's validity, which it must have. */
  dueLabel?: string
}

/** The capa: who, where, when, by whom; project and contract only when the gear shows them (1.4). */
export function OrderHeaderFields({ form, prepared, initialCustomer, dueLabel }: OrderHeaderFieldsProps) {
  const t = useTranslations('orderForm')
  const { control, setValue } = form
  const { customer, settings } = prepared
  const customerId = useWatch({ control, name: 'header.customerId' })
  const known = customer?.id === customerId ? customer : null
  const named = (options: readonly { id: string; name: string }[]) =>
    options.map(({ id, name }) => ({ value: id, label: name }))
  const places = (known?.addresses ?? []).map(({ id, name, street, streetNumber, city }) => ({
    value: id,
    label: [name, `${street}, ${streetNumber}`, city].filter(Boolean).join(' · '),
  }))

  const awaitsPlace = useRef(false)
  const pickFirstPlace = useEffectEvent(() => {
    const [first] = known?.addresses ?? []
    if (awaitsPlace.current && first) setValue('header.addressId', first.id)
    awaitsPlace.current = false
  })
  useEffect(() => {
    if (known) pickFirstPlace()
  }, [known])

  return (
    <FormGrid>
      <FormField control={control} name="header.customerId">
        {({ onChange, ...field }) => (
          <CustomerField
            {...field}
            label={t('customerId')}
            isRequired
            className="col-span-4"
            initial={initialCustomer ?? known}
            hint={known ? t('customerHint', { count: known.orderCount }) : undefined}
            onChange={(id) => {
              onChange(id)
              setValue('header.contactId', null)
              const isSame = id !== '' && id === known?.id
              setValue('header.addressId', isSame ? (known.addresses[0]?.id ?? null) : null)
              awaitsPlace.current = !isSame
            }}
          />
        )}
      </FormField>
      <ChoiceOf form={form} name="header.contactId" className="col-span-2" options={named(known?.contacts ?? [])} />
      <FormField control={control} name="header.issuedOn">
        {(field) => <DateField {...field} label={t('issuedOn')} isRequired className="col-span-2" />}
      </FormField>
      <FormField control={control} name="header.dueOn">
        {({ value, onChange, ...field }) => (
          <DateField
            {...field}
            value={value ?? ''}
            onChange={(day) => onChange(day || null)}
            label={dueLabel ?? t('dueOn')}
            isRequired={dueLabel !== undefined}
            className="col-span-2"
          />
        )}
      </FormField>
      <FormField control={control} name="header.sellerId">
        {(field) => (
          <Select
            {...field}
            label={t('sellerId')}
            isRequired
            className="col-span-2"
            options={named(prepared.sellers)}
          />
        )}
      </FormField>
      <ChoiceOf form={form} name="header.addressId" className="col-span-4" options={places} hint={t('addressHint')} />
      <ChoiceOf form={form} name="header.paymentTermId" className="col-span-2" options={named(prepared.paymentTerms)} />
      {settings.showsProjectAndContract && (
        <>
          <ChoiceOf
            form={form}
            name="header.projectId"
            className="col-span-4"
            options={named(prepared.projects)}
            hint={t('projectHint')}
          />
          <ChoiceOf form={form} name="header.contractId" className="col-span-2" options={named(prepared.contracts)} />
        </>
      )}
    </FormGrid>
  )
}

type ChoiceOfProps = {
  form: OrderFormApi
  name: `header.${'contactId' | 'addressId' | 'paymentTermId' | 'projectId' | 'contractId'}`
  options: { value: string; label: string }[]
  hint?: string
  className: string
}

function ChoiceOf({ form, name, ...select }: ChoiceOfProps) {
  const t = useTranslations('orderForm')
  const key = name.replace('header.', '') as 'contactId'
  return (
    <FormField control={form.control} name={name}>
      {({ value, onChange, ...field }) => (
        <Select
          {...field}
          {...select}
          label={t(key)}
          value={value ?? ''}
          onChange={(id) => onChange(id || null)}
          emptyLabel={t('noChoice')}
        />
      )}
    </FormField>
  )
}

'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormDraft } from '@/features/drafts/use-form-draft'
import { ActivityBadge } from '@/features/listing/activity-badge'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useStoredValues } from '@/features/listing/use-stored-values'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { PageHeader } from '@/ui/page-header'
import { useZodForm } from '@/ui/use-zod-form'
import { CustomerActivity } from './customer-activity'
import { CustomerForm } from './customer-form'
import { type CustomerFormOutput, customerFormSchema, customerFormValues } from './customer-form-values'
import { CustomerOrders } from './customer-orders'
import { TaxIdHolderLink } from './tax-id-holder-link'

/** A stored customer: its data to edit, and its most recent orders. */
export function EditCustomer({ number }: { number: number }) {
  const t = useTranslations('customers')
  const trpc = useTRPC()
  const { data: customer, refetch } = useSuspenseQuery(trpc.customers.get.queryOptions({ number }))
  const form = useZodForm(customerFormSchema, { defaultValues: customerFormValues(customer) })
  useStoredValues(form, customer.version, customerFormValues(customer))
  const draft = useFormDraft(form, { name: `customer.${customer.id}` })
  const update = useCommand(trpc.customers.update, { form, doneMessage: t('form.saved', { number }) })

  async function save({ version = customer.version, ...fields }: CustomerFormOutput) {
    const saved = await update.run({ ...fields, id: customer.id, version })
    if (!saved) return
    draft.discard()
    form.reset({ ...form.getValues(), version: saved.version })
  }
  async function takeStored() {
    const { data } = await refetch()
    if (data) form.reset(customerFormValues(data))
    draft.discard()
    update.reset()
  }
  async function keepMine() {
    const { data } = await refetch()
    await form.handleSubmit((fields) => save({ ...fields, version: data?.version }))()
  }
  return (
    <>
      <PageHeader
        title={t('form.pageTitle', { number })}
        breadcrumb={[{ label: t('title'), href: '/customers' }]}
        badge={<ActivityBadge isActive={customer.isActive} />}
        note={customer.name}
        actions={<CustomerActivity customer={customer} />}
        isRuled
      />
      <CustomerForm
        form={form}
        customer={customer}
        command={update}
        draft={draft}
        waysOut={
          <>
            <TaxIdHolderLink refusal={update.refusal} />
            <StaleChoice refusal={update.refusal} onTakeStored={takeStored} onKeepMine={keepMine} />
          </>
        }
        onSubmit={save}
      >
        <CustomerOrders orders={customer.orders} />
      </CustomerForm>
    </>
  )
}

'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { DraftNote } from '@/features/drafts/draft-note'
import { useFormDraft } from '@/features/drafts/use-form-draft'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { PageHeader } from '@/ui/page-header'
import { useZodForm } from '@/ui/use-zod-form'
import { CustomerForm } from './customer-form'
import { customerFormSchema, customerFormValues } from './customer-form-values'
import { TaxIdHolderLink } from './tax-id-holder-link'

/** Writes a new customer and opens it. */
export function NewCustomer() {
  const t = useTranslations('customers')
  const router = useRouter()
  const form = useZodForm(customerFormSchema, { defaultValues: customerFormValues(null) })
  const draft = useFormDraft(form, { name: 'customer.new' })
  const create = useCommand(useTRPC().customers.create, {
    form,
    doneMessage: ({ number }) => t('form.created', { number }),
    onDone: ({ number }) => {
      draft.discard()
      router.push(`/customers/${number}` as Route)
    },
  })
  return (
    <>
      <PageHeader
        title={t('new')}
        breadcrumb={[{ label: t('title'), href: '/customers' }]}
        note={<DraftNote draft={draft} />}
        isRuled
      />
      <CustomerForm
        form={form}
        customer={null}
        command={create}
        draft={draft}
        waysOut={<TaxIdHolderLink refusal={create.refusal} />}
        onSubmit={async ({ version: _, ...fields }) => void (await create.run(fields))}
      />
    </>
  )
}

'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { DraftNote } from '@/features/drafts/draft-note'
import { useFormDraft } from '@/features/drafts/use-form-draft'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { PageHeader } from '@/ui/page-header'
import { useZodForm } from '@/ui/use-zod-form'
import { ServiceForm } from './service-form'
import { serviceFormSchema, serviceFormValues } from './service-form-values'

/** Writes a new service and opens it. */
export function NewService() {
  const t = useTranslations('services')
  const router = useRouter()
  const trpc = useTRPC()
  const { data: options } = useSuspenseQuery(trpc.services.options.queryOptions({}))
  const form = useZodForm(serviceFormSchema, { defaultValues: serviceFormValues(null, options) })
  const draft = useFormDraft(form, { name: 'service.new' })
  const create = useCommand(trpc.services.create, {
    form,
    doneMessage: ({ code }) => t('form.created', { code }),
    onDone: ({ id }) => {
      draft.discard()
      router.push(`/services/${id}` as Route)
    },
  })
  return (
    <>
      <PageHeader
        title={t('new')}
        breadcrumb={[{ label: t('title'), href: '/services' }]}
        note={<DraftNote draft={draft} />}
        isRuled
      />
      <ServiceForm
        form={form}
        service={null}
        options={options}
        command={create}
        draft={draft}
        onSubmit={async ({ version: _, ...fields }) => void (await create.run(fields))}
      />
    </>
  )
}

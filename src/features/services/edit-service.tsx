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
import { ServiceActivity } from './service-activity'
import { ServiceForm } from './service-form'
import { type ServiceFormOutput, serviceFormSchema, serviceFormValues } from './service-form-values'

/** A stored service to edit. */
export function EditService({ id }: { id: string }) {
  const t = useTranslations('services')
  const trpc = useTRPC()
  const { data: options } = useSuspenseQuery(trpc.services.options.queryOptions({}))
  const { data: service, refetch } = useSuspenseQuery(trpc.services.get.queryOptions({ id }))
  const form = useZodForm(serviceFormSchema, { defaultValues: serviceFormValues(service, options) })
  useStoredValues(form, service.version, serviceFormValues(service, options))
  const draft = useFormDraft(form, { name: `service.${id}` })
  const update = useCommand(trpc.services.update, { form, doneMessage: ({ code }) => t('form.saved', { code }) })

  async function save({ version = service.version, ...fields }: ServiceFormOutput) {
    const saved = await update.run({ ...fields, id, version })
    if (!saved) return
    draft.discard()
    form.reset({ ...form.getValues(), version: saved.version })
  }
  async function takeStored() {
    const { data } = await refetch()
    if (data) form.reset(serviceFormValues(data, options))
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
        title={t('form.pageTitle', { code: service.code })}
        breadcrumb={[{ label: t('title'), href: '/services' }]}
        badge={<ActivityBadge isActive={service.isActive} />}
        note={service.description}
        actions={<ServiceActivity service={service} />}
        isRuled
      />
      <ServiceForm
        form={form}
        service={service}
        options={options}
        command={update}
        draft={draft}
        waysOut={<StaleChoice refusal={update.refusal} onTakeStored={takeStored} onKeepMine={keepMine} />}
        onSubmit={save}
      />
    </>
  )
}

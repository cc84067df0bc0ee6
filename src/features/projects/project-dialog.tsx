'use client'
import { useTranslations } from 'next-intl'
import { projectFields } from '@/contract/projects'
import { CustomerField } from '@/features/customers/customer-field'
import { RecordUses } from '@/features/registers/record-uses'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormTextField } from '@/ui/form-text-field'
import { useZodForm } from '@/ui/use-zod-form'

const FORM = 'project'

export type ProjectDialogProps = {
  /** Null writes a new one. */
  project: {
    id: string
    number: number
    name: string
    customerId: string | null
    customerName: string | null
    isActive: boolean
    version: number
  } | null
  onClose: () => void
}

/** Writes a new project or changes one. */
export function ProjectDialog({ project, onClose }: ProjectDialogProps) {
  const t = useTranslations('projects.dialog')
  const trpc = useTRPC()
  const form = useZodForm(projectFields, {
    defaultValues: {
      name: project?.name ?? '',
      customerId: project?.customerId ?? null,
      isActive: project?.isActive ?? true,
    },
  })
  const create = useCommand(trpc.projects.create, {
    form,
    doneMessage: ({ number }) => t('created', { number }),
    onDone: onClose,
  })
  const update = useCommand(trpc.projects.update, {
    form,
    doneMessage: ({ number }) => t('saved', { number }),
    onDone: onClose,
  })
  const submit = form.handleSubmit(async ({ isActive, ...fields }) => {
    if (project) await update.run({ ...fields, isActive, id: project.id, version: project.version })
    else await create.run(fields)
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={project ? t('editTitle', { number: project.number }) : t('newTitle')}
      isPressOutsideIgnored={form.formState.isDirty}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={create.isPending || update.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void submit(event)}>
        <ErrorSummary
          form={form}
          labelOf={(path) => t(path as 'name')}
          refusal={project ? update.refusal : create.refusal}
        />
        <FormTextField control={form.control} name="name" label={t('name')} hint={t('nameHint')} isRequired />
        <FormField control={form.control} name="customerId">
          {({ value, onChange, ...field }) => (
            <CustomerField
              {...field}
              value={value ?? ''}
              initial={
                project?.customerId && project.customerName
                  ? { id: project.customerId, name: project.customerName }
                  : null
              }
              onChange={(id) => onChange(id || null)}
              isOptional
            />
          )}
        </FormField>
        {project && (
          <FormField control={form.control} name="isActive">
            {({ value, ...field }) => (
              <Checkbox {...field} value={value ?? true} label={t('isActive')} hint={t('isActiveHint')} />
            )}
          </FormField>
        )}
        {project && <RecordUses kind="projects" id={project.id} />}
      </form>
    </Dialog>
  )
}

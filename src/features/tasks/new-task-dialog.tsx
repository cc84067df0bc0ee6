'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormProvider } from 'react-hook-form'
import { createTaskInput } from '@/contract/tasks'
import { CustomerField } from '@/features/customers/customer-field'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { Select } from '@/ui/select'
import { useZodForm } from '@/ui/use-zod-form'
import { AssigneeField } from './assignee-field'
import { TaskFields } from './task-fields'

const FORM = 'new-task'
const fields = createTaskInput.omit({ commandId: true })

export type NewTaskDialogProps = {
  /** The opportunity to which it belongs, from whose page it is made. */
  opportunity?: { id: string; customerId: string; customerName: string }
  onClose: () => void
  onCreated: (taskId: string) => void
}

/** A task by hand: work beside the units of orders, never billed. */
export function NewTaskDialog({ opportunity, onClose, onCreated }: NewTaskDialogProps) {
  const t = useTranslations('tasks.new')
  const words = useTranslations('tasks.fields')
  const kit = useTranslations('kit')
  const trpc = useTRPC()
  const { data: registers } = useQuery(trpc.registers.list.queryOptions({}))
  const people = useQuery(trpc.tasks.whoCanBeAssigned.queryOptions({}))
  const form = useZodForm(fields, {
    defaultValues: {
      subject: '',
      location: '',
      complement: '',
      dueOn: null,
      priorityId: null,
      taskTypeId: '',
      customerId: opportunity?.customerId ?? null,
      opportunityId: opportunity?.id ?? null,
      assigneeId: null,
    },
  })
  const create = useCommand(trpc.tasks.create, { form, doneMessage: t('done'), onDone: ({ id }) => onCreated(id) })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title')}
      description={t('effect')}
      footer={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={create.isPending}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(create.run)(event)}>
        <ErrorSummary form={form} labelOf={(path) => words(path as 'subject')} refusal={create.refusal} />
        <FormField control={form.control} name="taskTypeId">
          {(field) => (
            <Select
              {...field}
              label={words('taskTypeId')}
              isRequired
              options={(registers?.taskTypes ?? [])
                .filter(({ isActive }) => isActive)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FormField>
        <FormProvider {...form}>
          <TaskFields />
        </FormProvider>
        <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
          <FormField control={form.control} name="customerId">
            {({ value, onChange, ...field }) => (
              <CustomerField
                {...field}
                value={value ?? ''}
                onChange={(id) => onChange(id || null)}
                label={words('customerId')}
                isDisabled={opportunity !== undefined}
                initial={opportunity && { id: opportunity.customerId, name: opportunity.customerName }}
              />
            )}
          </FormField>
          <FormField control={form.control} name="assigneeId">
            {({ value, onChange, ...field }) => (
              <AssigneeField
                {...field}
                value={value ?? ''}
                onChange={(id) => onChange(id || null)}
                label={words('assigneeId')}
                people={people.data}
                hasFailed={people.isError}
              />
            )}
          </FormField>
        </div>
      </form>
    </Dialog>
  )
}

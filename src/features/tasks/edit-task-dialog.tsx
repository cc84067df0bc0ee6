'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormProvider } from 'react-hook-form'
import { updateTaskInput } from '@/contract/tasks'
import { StaleChoice } from '@/features/listing/stale-choice'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { useZodForm } from '@/ui/use-zod-form'
import { TaskFields } from './task-fields'
import type { TaskDetail } from './task-line'

const FORM = 'edit-task'
const fields = updateTaskInput.omit({ commandId: true, taskId: true })

/** Edits what a task says: subject, place, complement, day, priority. */
export function EditTaskDialog({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const { data } = useQuery(useTRPC().tasks.get.queryOptions({ taskId }))
  return data ? <Form task={data} onClose={onClose} /> : null
}

function Form({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const t = useTranslations('tasks.edit')
  const words = useTranslations('tasks.fields')
  const kit = useTranslations('kit')
  const form = useZodForm(fields, { defaultValues: valuesOf(task) })
  const update = useCommand(useTRPC().tasks.update, { form, doneMessage: t('done'), onDone: onClose })
  const save = form.handleSubmit(async (values) => void (await update.run({ ...values, taskId: task.id })))
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isPressOutsideIgnored={form.formState.isDirty}
      title={t('title')}
      footer={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={update.isPending}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void save(event)}>
        <ErrorSummary form={form} labelOf={(path) => words(path as 'subject')} refusal={update.refusal}>
          <StaleChoice
            refusal={update.refusal}
            onTakeStored={async () => {
              form.reset(valuesOf(task))
              update.reset()
            }}
            onKeepMine={async () => {
              form.setValue('version', task.version)
              await save()
            }}
          />
        </ErrorSummary>
        {task.item && <p className="text-xs text-ink-2">{t('subjectEffect')}</p>}
        <FormProvider {...form}>
          <TaskFields />
        </FormProvider>
      </form>
    </Dialog>
  )
}

function valuesOf({ subject, location, complement, dueOn, priority, version }: TaskDetail) {
  return { subject, location, complement, dueOn, priorityId: priority?.id ?? null, version }
}

'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { saveViewInput, type ViewedList } from '@/contract/saved-views'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormTextField } from '@/ui/form-text-field'
import { useZodForm } from '@/ui/use-zod-form'

export type SavedView = inferRouterOutputs<AppRouter>['savedViews']['list'][number]

type ViewDialogProps = {
  list: ViewedList
  /** Null makes a new one of `query`. */
  view: SavedView | null
  query: string
  onClose: () => void
  onSaved: (id: string) => void
}

const FORM = 'saved-view'
const viewFields = saveViewInput.pick({ name: true, isShared: true })

/** Gives a filter a name, and says whether colleagues see it. */
export function ViewDialog({ list, view, query, onClose, onSaved }: ViewDialogProps) {
  const t = useTranslations('savedViews')
  const form = useZodForm(viewFields, {
    defaultValues: { name: view?.name ?? '', isShared: view?.isShared ?? false },
  })
  const save = useCommand(useTRPC().savedViews.save, {
    form,
    doneMessage: ({ name }) => t('saved', { name }),
    onDone: ({ id }) => {
      onSaved(id)
      onClose()
    },
  })
  const submit = form.handleSubmit(
    async (values) => void (await save.run({ ...values, list, query, viewId: view?.id ?? null })),
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={view ? t('changeTitle', { name: view.name }) : t('newTitle')}
      description={view ? undefined : t('newHint')}
      isPressOutsideIgnored={form.formState.isDirty}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-3" onSubmit={(event) => void submit(event)}>
        <ErrorSummary form={form} labelOf={() => t('name')} refusal={save.refusal} />
        <FormTextField control={form.control} name="name" label={t('name')} hint={t('nameHint')} isRequired />
        <FormField control={form.control} name="isShared">
          {({ value, ...field }) => <Checkbox {...field} value={value ?? false} label={t('share')} />}
        </FormField>
      </form>
    </Dialog>
  )
}

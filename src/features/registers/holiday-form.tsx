'use client'
import { useTranslations } from 'next-intl'
import { saveHolidayInput } from '@/contract/registers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-field'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { useZodForm } from '@/ui/use-zod-form'

const fields = saveHolidayInput.omit({ commandId: true })

/** Adds a holiday; a day that is one already gets the new name. */
export function HolidayForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('registers')
  const form = useZodForm(fields, { defaultValues: { observedOn: '', name: '' } })
  const save = useCommand(useTRPC().registers.saveHoliday, {
    form,
    doneMessage: ({ name }) => t('done.saved', { name }),
    onDone: onClose,
  })
  const submit = form.handleSubmit(async (values) => void (await save.run(values)))
  return (
    <form noValidate className="space-y-3 bg-selected px-4 py-3" onSubmit={(event) => void submit(event)}>
      <ErrorSummary form={form} labelOf={(path) => t(`form.${path}` as 'form.name')} refusal={save.refusal} />
      <FormGrid>
        <FormField control={form.control} name="observedOn">
          {(field) => <DateField {...field} label={t('form.observedOn')} className="col-span-3" isRequired />}
        </FormField>
        <FormTextField
          control={form.control}
          name="name"
          label={t('form.name')}
          maxLength={80}
          className="col-span-5"
          isRequired
        />
      </FormGrid>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="small" isPending={save.isPending}>
          {t('form.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}

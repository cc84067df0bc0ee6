'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { useTRPC } from '@/trpc/client'
import { DateField } from '@/ui/date-field'
import { FormField } from '@/ui/form-field'
import { Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'

type Fields = {
  subject: string
  location?: string
  complement?: string
  dueOn?: string | null
  priorityId?: string | null
}

/** What every task says, whether a unit or made by hand; inside the `FormProvider` of a form that holds it. */
export function TaskFields() {
  const t = useTranslations('tasks.fields')
  const { data: registers } = useQuery(useTRPC().registers.list.queryOptions({}))
  const { control } = useFormContext<Fields, unknown, Fields>()
  return (
    <>
      <FormField control={control} name="subject">
        {(field) => <TextField {...field} label={t('subject')} isRequired maxLength={500} />}
      </FormField>
      <FormField control={control} name="location">
        {({ value, ...field }) => (
          <TextField {...field} value={value ?? ''} label={t('location')} hint={t('locationHint')} maxLength={200} />
        )}
      </FormField>
      <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
        <FormField control={control} name="dueOn">
          {({ value, onChange, ...field }) => (
            <DateField {...field} value={value ?? ''} onChange={(day) => onChange(day || null)} label={t('dueOn')} />
          )}
        </FormField>
        <FormField control={control} name="priorityId">
          {({ value, onChange, ...field }) => (
            <Select
              {...field}
              label={t('priorityId')}
              emptyLabel={t('noPriority')}
              value={value ?? ''}
              onChange={(id) => onChange(id || null)}
              options={(registers?.priorities ?? [])
                .filter(({ id, isActive }) => isActive || id === value)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FormField>
      </div>
      <FormField control={control} name="complement">
        {({ value, ...field }) => (
          <TextArea {...field} value={value ?? ''} label={t('complement')} rows={3} maxLength={2000} />
        )}
      </FormField>
    </>
  )
}

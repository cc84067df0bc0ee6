'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import { DateField } from '@/ui/date-field'
import { FormField } from '@/ui/form-field'
import { Select } from '@/ui/select'
import { WholeNumberField } from '@/ui/whole-number-field'

type Fields = {
  ownerId?: string | null
  expectedCloseOn?: string | null
  probability?: number
  opportunityTypeId?: string | null
  sourceId?: string | null
  priorityId?: string | null
}

const choices = [
  ['opportunityTypeId', 'opportunityTypes'],
  ['sourceId', 'sources'],
  ['priorityId', 'priorities'],
] as const

/** What every opportunity says, whether an order made it or a person; inside the `FormProvider` of a form that holds it. */
export function OpportunityFields() {
  const t = useTranslations('opportunities.fields')
  const trpc = useTRPC()
  const { data: registers } = useQuery(trpc.registers.list.queryOptions({}))
  const { data: people } = useQuery(trpc.members.names.queryOptions({}))
  const { control } = useFormContext<Fields, unknown, Fields>()
  return (
    <>
      <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
        <FormField control={control} name="ownerId">
          {({ value, onChange, ...field }) => (
            <Combobox
              {...field}
              label={t('ownerId')}
              value={value ?? ''}
              onChange={(id) => onChange(id || null)}
              options={(people ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
            />
          )}
        </FormField>
        <FormField control={control} name="expectedCloseOn">
          {({ value, onChange, ...field }) => (
            <DateField
              {...field}
              label={t('expectedCloseOn')}
              value={value ?? ''}
              onChange={(day) => onChange(day || null)}
            />
          )}
        </FormField>
        <FormField control={control} name="probability">
          {({ value, onChange, ...field }) => (
            <WholeNumberField
              {...field}
              label={t('probability')}
              suffix="%"
              value={value ?? null}
              onChange={(percent) => onChange(percent ?? undefined)}
            />
          )}
        </FormField>
      </div>
      <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
        {choices.map(([name, register]) => (
          <FormField key={name} control={control} name={name}>
            {({ value, onChange, ...field }) => (
              <Select
                {...field}
                label={t(name)}
                emptyLabel={t('none')}
                value={value ?? ''}
                onChange={(id) => onChange(id || null)}
                options={(registers?.[register] ?? [])
                  .filter(({ id, isActive }) => isActive || id === value)
                  .map(({ id, name: word }) => ({ value: id, label: word }))}
              />
            )}
          </FormField>
        ))}
      </div>
    </>
  )
}

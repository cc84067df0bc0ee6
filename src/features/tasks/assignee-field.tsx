'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import type { AppRouter } from '@/server/api/root'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

type People = inferRouterOutputs<AppRouter>['tasks']['whoCanBeAssigned']

export type AssigneeFieldProps = FieldProps<string> & { people: People | undefined; hasFailed?: boolean }

/** Somebody who can do the work, technicians first, with how much each has. */
export function AssigneeField({ people, hasFailed, ...field }: AssigneeFieldProps) {
  const t = useTranslations('tasks.assign')
  return (
    <Combobox
      {...field}
      placeholder={t('placeholder')}
      isLoading={people === undefined && !hasFailed}
      hasFailed={hasFailed}
      options={(people ?? []).map(({ id, name, isTechnician, openTasks }) => ({
        value: id,
        label: name,
        detail: [!isTechnician && t('notTechnician'), t('load', { count: openTasks })].filter(Boolean).join(' · '),
      }))}
    />
  )
}

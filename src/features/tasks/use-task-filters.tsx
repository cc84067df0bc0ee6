'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ListTasks } from '@/contract/tasks'
import { CustomerField } from '@/features/customers/customer-field'
import type { Listing } from '@/features/listing/use-listing'
import { ProjectField } from '@/features/projects/project-field'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { Filter } from '@/ui/filter-bar'
import { OrderField } from './order-field'

export const taskFilterNames = ['assigneeId', 'customerId', 'projectId', 'salesOrderId', 'opportunityId'] as const

/** What a row says of what is filtered by. */
type Named = { customerName: string | null; projectName?: string | null; orderNumber: number | null }

/** The filters of the task centre; each writes to the URL at once. */
export function useTaskFilters(
  { input, change }: Listing<Pick<ListTasks, (typeof taskFilterNames)[number]>>,
  rows: readonly Named[],
): Filter[] {
  const t = useTranslations('tasks.filters')
  const { data: people = [] } = useQuery(useTRPC().members.names.queryOptions({}))
  // While one is filtered by, every row names it.
  const [first] = rows
  function filterOf(id: (typeof taskFilterNames)[number], value: string | undefined): Omit<Filter, 'editor'> {
    return {
      id,
      name: t(id),
      value: input[id] ? (value ?? t('chosen')) : null,
      onRemove: () => change({ [id]: undefined }),
    }
  }
  const picking = (id: (typeof taskFilterNames)[number], close: () => void) => (value: string) => {
    change({ [id]: value || undefined })
    close()
  }
  const filters: Filter[] = [
    {
      ...filterOf('assigneeId', people.find(({ userId }) => userId === input.assigneeId)?.name),
      editor: (close) => (
        <Combobox
          label={t('assigneeId')}
          value={input.assigneeId ?? ''}
          onChange={picking('assigneeId', close)}
          options={people
            .filter(({ roles }) => roles.some((role) => role !== 'seller' && role !== 'biller'))
            .map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      ),
    },
    {
      ...filterOf('customerId', first?.customerName ?? undefined),
      editor: (close) => (
        <CustomerField
          label={t('customerId')}
          value={input.customerId ?? ''}
          initial={input.customerId && first?.customerName ? { id: input.customerId, name: first.customerName } : null}
          onChange={picking('customerId', close)}
        />
      ),
    },
    {
      ...filterOf('projectId', first?.projectName ?? undefined),
      editor: (close) => (
        <ProjectField
          label={t('projectId')}
          value={input.projectId ?? ''}
          initial={input.projectId && first?.projectName ? { id: input.projectId, name: first.projectName } : null}
          onChange={picking('projectId', close)}
        />
      ),
    },
    {
      ...filterOf('salesOrderId', first?.orderNumber ? `${first.orderNumber}` : undefined),
      editor: (close) => (
        <OrderField
          label={t('salesOrderId')}
          value={input.salesOrderId ?? ''}
          onChange={picking('salesOrderId', close)}
        />
      ),
    },
  ]
  return input.opportunityId
    ? [...filters, { ...filterOf('opportunityId', undefined), editor: () => t('opportunityHint') }]
    : filters
}

'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ListOpportunities } from '@/contract/opportunities'
import { ContractField } from '@/features/contracts/contract-field'
import { CustomerField } from '@/features/customers/customer-field'
import type { Listing } from '@/features/listing/use-listing'
import { ProjectField } from '@/features/projects/project-field'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { Combobox } from '@/ui/combobox'
import type { Filter } from '@/ui/filter-bar'
import { Select } from '@/ui/select'

export const opportunityFilterNames = [
  'stageId',
  'ownerId',
  'projectId',
  'contractId',
  'customerId',
  'pipelineId',
] as const
type Name = (typeof opportunityFilterNames)[number]
type Named = { customerName?: string | null; projectName?: string | null; contractCode?: string | null }

/** The filters of the opportunity centre; each writes to the URL at once. `first` is a row, which names what is filtered by. */
export function useOpportunityFilters(
  { input, change }: Listing<Pick<ListOpportunities, Name>>,
  { first, showsContract }: { first: Named | undefined; showsContract: boolean },
): Filter[] {
  const t = useTranslations('opportunities.filters')
  const trpc = useTRPC()
  const { data: people = [] } = useQuery(trpc.members.names.queryOptions({}))
  const { data: registers } = useQuery(trpc.registers.list.queryOptions({}))
  const pipelines = registers?.pipelines.filter(({ isActive }) => isActive) ?? []
  const stages = pipelines.flatMap((pipeline) =>
    pipeline.stages
      .filter(({ isActive }) => isActive)
      .map(({ id, name }) => ({ value: id, label: pipelines.length > 1 ? `${pipeline.name} · ${name}` : name })),
  )

  const base = (id: Name, value: string | undefined): Omit<Filter, 'editor'> => ({
    id,
    name: t(id),
    value: input[id] ? (value ?? t('chosen')) : null,
    onRemove: () => change({ [id]: undefined }),
  })
  const picking = (id: Name, close: () => void) => (value: string) => {
    change({ [id]: value || undefined })
    close()
  }
  const pipelineFilter: Filter = {
    ...base('pipelineId', pipelines.find(({ id }) => id === input.pipelineId)?.name),
    editor: (close) => (
      <Select
        label={t('pipelineId')}
        emptyLabel={t('all')}
        value={input.pipelineId ?? ''}
        onChange={picking('pipelineId', close)}
        options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
      />
    ),
  }
  const contractFilter: Filter = {
    ...base('contractId', first?.contractCode ?? undefined),
    editor: (close) => (
      <ContractField
        label={t('contractId')}
        value={input.contractId ?? ''}
        initial={input.contractId && first?.contractCode ? { id: input.contractId, code: first.contractCode } : null}
        onChange={picking('contractId', close)}
      />
    ),
  }
  return [
    {
      ...base('stageId', stages.find(({ value }) => value === input.stageId)?.label),
      editor: (close) => (
        <Select
          label={t('stageId')}
          emptyLabel={t('all')}
          value={input.stageId ?? ''}
          onChange={picking('stageId', close)}
          options={stages}
        />
      ),
    },
    {
      ...base('ownerId', people.find(({ userId }) => userId === input.ownerId)?.name),
      editor: (close) => (
        <Combobox
          label={t('ownerId')}
          value={input.ownerId ?? ''}
          onChange={picking('ownerId', close)}
          options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      ),
    },
    {
      ...base('projectId', input.projectId === 'none' ? t('noProject') : (first?.projectName ?? undefined)),
      editor: (close) => (
        <div className="grid gap-2">
          <ProjectField
            label={t('projectId')}
            value={input.projectId === 'none' ? '' : (input.projectId ?? '')}
            initial={input.projectId && first?.projectName ? { id: input.projectId, name: first.projectName } : null}
            onChange={picking('projectId', close)}
          />
          <Button size="small" onClick={() => picking('projectId', close)('none')}>
            {t('onlyWithoutProject')}
          </Button>
        </div>
      ),
    },
    {
      ...base('customerId', first?.customerName ?? undefined),
      editor: (close) => (
        <CustomerField
          label={t('customerId')}
          value={input.customerId ?? ''}
          initial={input.customerId && first?.customerName ? { id: input.customerId, name: first.customerName } : null}
          onChange={picking('customerId', close)}
        />
      ),
    },
    ...(showsContract || input.contractId ? [contractFilter] : []),
    ...(pipelines.length > 1 ? [pipelineFilter] : []),
  ]
}

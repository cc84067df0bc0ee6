'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { countLimit } from '@/contract/listing'
import { listOpportunitiesInput } from '@/contract/opportunities'
import { useListing } from '@/features/listing/use-listing'
import { useTRPC } from '@/trpc/client'
import { DataTable } from '@/ui/data-table'
import { OpportunityBoard } from './opportunity-board'
import { useOpportunityColumns } from './opportunity-columns'
import { OpportunityFrame } from './opportunity-frame'
import type { OpportunityLine } from './opportunity-line'
import { OpportunityProjects } from './opportunity-projects'
import { opportunityFilterNames } from './use-opportunity-filters'
import { useOpportunityMenu } from './use-opportunity-menu'

/** "Central de Oportunidades": the newest first, as a board by stage, or by project (1.4). */
export function OpportunityList() {
  const group = useSearchParams().get('group')
  if (group === 'board') return <OpportunityBoard />
  return group === 'project' ? <OpportunityProjects /> : <Flat />
}

function Flat() {
  const t = useTranslations('opportunities')
  const kit = useTranslations('kit.table')
  const format = useFormatter()
  const router = useRouter()
  const listing = useListing(listOpportunitiesInput, ['q', ...opportunityFilterNames])
  const { input, change } = listing
  const { data } = useSuspenseQuery(useTRPC().opportunities.list.queryOptions(input))
  const { rows, counts, from, nextCursor, previousCursor } = data
  const menu = useOpportunityMenu()
  const columns = useOpportunityColumns({
    showsValues: rows.every(({ valueCents }) => valueCents !== null),
    isByProject: false,
    onRest: () => undefined,
  })
  const total = counts[input.view]
  return (
    <OpportunityFrame
      listing={listing}
      counts={counts}
      actions={data.actions}
      first={rows[0]}
      showsContract={data.showsContract}
      look="list"
    >
      {({ create, isFiltered }) => (
        <>
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={rows.map((row): OpportunityLine => ({ kind: 'opportunity', id: row.id, row }))}
            rowId={({ id }) => id}
            rowName={(line) => (line.kind === 'opportunity' ? t('code', { number: `${line.row.number}` }) : line.id)}
            rowActions={(line) => (line.kind === 'opportunity' ? menu.entriesOf(line.row) : [])}
            onOpen={(line) => {
              if (line.kind === 'opportunity') router.push(`/opportunities/${line.row.number}` as Route)
            }}
            pager={
              rows.length === 0
                ? undefined
                : {
                    range: kit('range', {
                      from: format.number(from + 1),
                      to: format.number(from + rows.length),
                      total:
                        total > countLimit ? kit('more', { count: format.number(countLimit) }) : format.number(total),
                    }),
                    onPrevious: previousCursor === null ? undefined : () => change({ cursor: previousCursor }),
                    onNext: nextCursor === null ? undefined : () => change({ cursor: nextCursor }),
                  }
            }
            isUpdating={listing.isUpdating}
            onClearFilters={isFiltered ? listing.clear : undefined}
            empty={{ title: t(`empty.${input.view}`), hint: t('empty.hint'), action: input.view === 'open' && create }}
            hasShortcuts
          />
          {menu.dialogs}
        </>
      )}
    </OpportunityFrame>
  )
}

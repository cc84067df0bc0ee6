'use client'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listOpportunitiesInput, listOpportunityProjectsInput } from '@/contract/opportunities'
import { useListing } from '@/features/listing/use-listing'
import { useTRPC } from '@/trpc/client'
import { DataTable } from '@/ui/data-table'
import { useOpportunityColumns } from './opportunity-columns'
import { OpportunityFrame } from './opportunity-frame'
import type { OpportunityLine, OpportunityProject } from './opportunity-line'
import { opportunityFilterNames } from './use-opportunity-filters'
import { useOpportunityMenu } from './use-opportunity-menu'

const openAtFirst = 3
const keyOf = ({ projectId }: OpportunityProject) => projectId ?? 'none'

/** The opportunity centre by project: each with its sums, opened to its opportunities (1.4). */
export function OpportunityProjects() {
  const t = useTranslations('opportunities')
  const router = useRouter()
  const trpc = useTRPC()
  const listing = useListing(listOpportunityProjectsInput, ['q', ...opportunityFilterNames])
  const { input, change } = listing
  const { data } = useSuspenseQuery(trpc.opportunities.listProjects.queryOptions(input))
  const { rows } = data
  const [toggled, setToggled] = useState<ReadonlySet<string> | null>(null)
  const expanded = toggled ?? new Set(rows.slice(0, openAtFirst).map(keyOf))
  const open = rows.map(keyOf).filter((key) => expanded.has(key))
  const answers = useQueries({
    queries: open.map((projectId) =>
      trpc.opportunities.list.queryOptions(listOpportunitiesInput.parse({ ...input, projectId })),
    ),
  })
  const menu = useOpportunityMenu()
  const columns = useOpportunityColumns({
    showsValues: rows.every(({ valueCents }) => valueCents !== null),
    isByProject: true,
    onRest: (project) => change({ group: undefined, projectId: keyOf(project) }),
  })

  function childrenOf(line: OpportunityLine): OpportunityLine[] | undefined {
    if (line.kind !== 'project') return []
    const found = answers[open.indexOf(keyOf(line.project))]?.data
    if (!found) return undefined
    const lines = found.rows.map((row): OpportunityLine => ({ kind: 'opportunity', id: row.id, row }))
    const count = line.project.count - lines.length
    return count > 0 ? [...lines, { kind: 'rest', id: `${line.id}-rest`, project: line.project, count }] : lines
  }
  function toggle(id: string) {
    const next = new Set(expanded)
    if (!next.delete(id)) next.add(id)
    setToggled(next)
  }

  return (
    <OpportunityFrame
      listing={listing}
      counts={data.counts}
      actions={data.actions}
      first={{ projectName: rows[0]?.projectName, customerName: rows[0]?.customerNames[0] }}
      showsContract={data.showsContract}
      look="project"
    >
      {({ create, isFiltered }) => (
        <>
          <DataTable
            caption={t('captionByProject')}
            columns={columns}
            rows={rows.map((project): OpportunityLine => ({ kind: 'project', id: keyOf(project), project }))}
            rowId={({ id }) => id}
            rowName={(line) =>
              line.kind === 'opportunity'
                ? t('code', { number: `${line.row.number}` })
                : (line.project.projectName ?? t('noProject'))
            }
            rowActions={(line) =>
              line.kind === 'opportunity' ? menu.entriesOf(line.row) : projectEntries(line.project)
            }
            onOpen={(line) => {
              if (line.kind === 'opportunity') router.push(`/opportunities/${line.row.number}` as Route)
              else if (line.kind === 'project') toggle(line.id)
            }}
            expansion={{ expanded, onChange: setToggled, canExpand: ({ kind }) => kind === 'project', childrenOf }}
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

  function projectEntries(project: OpportunityProject) {
    return [
      { label: t('menu.onlyProject'), onSelect: () => change({ group: undefined, projectId: keyOf(project) }) },
      ...(project.projectNumber === null
        ? []
        : [{ label: t('menu.openProject'), href: `/projects/${project.projectNumber}` }]),
    ]
  }
}

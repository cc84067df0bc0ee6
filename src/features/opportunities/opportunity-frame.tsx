'use client'
import { FolderKanban, List, Plus, SquareKanban } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Refusal } from '@/contract/errors'
import { countLimit } from '@/contract/listing'
import { type ListOpportunities, type OpportunityView, opportunityViews } from '@/contract/opportunities'
import { ListSearch } from '@/features/listing/list-search'
import type { Listing } from '@/features/listing/use-listing'
import { Button } from '@/ui/button'
import { FilterBar } from '@/ui/filter-bar'
import { PageHeader } from '@/ui/page-header'
import { Segmented } from '@/ui/segmented'
import { useShortcut } from '@/ui/shortcut-provider'
import { Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'
import { NewOpportunityDialog } from './new-opportunity-dialog'
import { useOpportunityFilters } from './use-opportunity-filters'

export type FrameListing = Listing<Omit<ListOpportunities, 'limit' | 'cursor'>>

/** As a list, gathered by project, or as a board by stage. */
type OpportunityLook = 'list' | 'project' | 'board'

export type OpportunityFrameProps = {
  listing: FrameListing
  counts: Record<OpportunityView, number>
  actions: { create: Refusal[] }
  /** A row, which names what is filtered by. */
  first: { customerName?: string | null; projectName?: string | null; contractCode?: string | null } | undefined
  showsContract: boolean
  look: OpportunityLook
  children: (frame: { create: ReactNode; isFiltered: boolean }) => ReactNode
}

/** What stands around the lines of the opportunity centre: views, filters, grouping and what makes a new one. */
export function OpportunityFrame(props: OpportunityFrameProps) {
  const { listing, counts, actions, first, showsContract, look, children } = props
  const t = useTranslations('opportunities')
  const format = useFormatter()
  const router = useRouter()
  const [isCreating, setIsCreating] = useState(false)
  const { input, change, hrefOf } = listing
  const filters = useOpportunityFilters(listing, { first, showsContract })
  const mayCreate = actions.create.length === 0
  useShortcut('n', () => setIsCreating(true), { label: t('new.title'), isEnabled: mayCreate })
  const countWord = (count: number) => (count > countLimit ? `${format.number(countLimit)}+` : format.number(count))
  const create = mayCreate && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setIsCreating(true)}>
      {t('new.title')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <Tabs
        label={t('views.label')}
        tabs={opportunityViews.map((view) => ({
          label: t(`views.${view}`),
          // Only open ones stand on the board.
          href: hrefOf({
            view: view === 'open' ? undefined : view,
            ...(look === 'board' && view !== 'open' && view !== 'mine' && { group: undefined }),
          }),
          isCurrent: input.view === view,
          count: countWord(counts[view]),
        }))}
      />
      <Toolbar>
        <ListSearch
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={input.q}
          onChange={(q) => change({ q }, 'replace')}
        />
        <FilterBar filters={filters} onClear={listing.clear} />
        <div className="ml-auto max-phone:ml-0">
          <Segmented
            label={t('grouping.label')}
            value={look}
            onChange={(wanted) =>
              change({
                group: wanted === 'list' ? undefined : wanted,
                ...(wanted === 'board' && input.view !== 'mine' && { view: undefined }),
              })
            }
            options={[
              { value: 'list', label: t('grouping.none'), icon: List },
              { value: 'board', label: t('grouping.board'), icon: SquareKanban },
              { value: 'project', label: t('grouping.project'), icon: FolderKanban },
            ]}
          />
        </div>
      </Toolbar>
      {children({ create, isFiltered: input.q !== '' || filters.some(({ value }) => value !== null) })}
      {isCreating && (
        <NewOpportunityDialog
          showsContract={showsContract}
          onClose={() => setIsCreating(false)}
          onCreated={(number) => router.push(`/opportunities/${number}` as Route)}
        />
      )}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ListInvoices } from '@/contract/invoices'
import { ListSearch } from '@/features/listing/list-search'
import type { Listing } from '@/features/listing/use-listing'
import { PageHeader } from '@/ui/page-header'
import { type Tab, Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'

export type InvoiceListHeadProps = {
  listing: Listing<ListInvoices>
  tabs: readonly Tab[]
  actions?: ReactNode
  /** Right end of the filter line. */
  end?: ReactNode
  /** Stands in place of the filter line while rows are chosen. */
  selectionBar?: ReactNode
  children?: ReactNode
}

/** What every view of the billing list has above its rows. */
export function InvoiceListHead({ listing, tabs, actions, end, selectionBar, children }: InvoiceListHeadProps) {
  const t = useTranslations('invoices')
  return (
    <>
      <PageHeader title={t('title')} actions={actions} />
      <Tabs label={t('views.label')} tabs={tabs} />
      {selectionBar || (
        <Toolbar end={end}>
          <ListSearch
            label={t('search.label')}
            placeholder={t('search.placeholder')}
            value={listing.input.q}
            onChange={(q) => listing.change({ q }, 'replace')}
          />
          {children}
        </Toolbar>
      )}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/ui/data-table'
import { Section } from '@/ui/section'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'

export type HomeSectionProps<Row> = {
  title: string
  note: string
  /** The list that this is the beginning of. */
  href: string
  all: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Said where nothing waits. */
  empty: string
  children?: ReactNode
}

/** The first rows of a list of work, with the way to the rest. */
export function HomeSection<Row>(props: HomeSectionProps<Row>) {
  const { title, note, href, all, columns, rows, rowId, empty, children } = props
  const t = useTranslations('home')
  return (
    <Section
      title={title}
      note={rows.length > 0 && note}
      end={
        rows.length > 0 && (
          <TextLink href={href} aria-label={t('allOf', { all, title })}>
            {all}
          </TextLink>
        )
      }
      isFlush
    >
      {rows.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-2">{empty}</p>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} rowId={rowId} rowName={rowId} isInline />
      )}
      {children}
    </Section>
  )
}

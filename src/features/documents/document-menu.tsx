'use client'
import { Camera, FileDown, FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DocumentKind } from '@/contract/documents'
import { Button } from '@/ui/button'
import { Menu, type MenuEntry } from '@/ui/menu'

export type DocumentMenuProps = {
  /** The quote or the order whose papers these are. */
  of: { kind: 'quote' | 'sales_order'; id: string; number: number }
}

/** The papers of a quote or an order: to look at and to save; an order also has the report of what was done. */
export function DocumentMenu({ of: { kind, id, number } }: DocumentMenuProps) {
  const t = useTranslations('documents.menu')
  const addressOf = (paper: DocumentKind) => `/api/documents/${paper}/${id}`
  const papers: DocumentKind[] = kind === 'quote' ? ['quote'] : ['sales_order', 'service_report']
  const entries = papers.flatMap((paper): MenuEntry[] => [
    { heading: t(`headings.${paper}`) },
    { label: t('open'), icon: paper === 'service_report' ? Camera : FileText, href: addressOf(paper), isNewTab: true },
    { label: t('download'), icon: FileDown, onSelect: () => window.location.assign(`${addressOf(paper)}?download`) },
  ])
  return (
    <Menu
      label={t('label', { kind, number: `${number}` })}
      entries={entries}
      trigger={<Button icon={FileText}>{t('trigger')}</Button>}
    />
  )
}

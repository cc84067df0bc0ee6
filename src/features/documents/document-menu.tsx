'use client'
import { Camera, FileDown, FileText, Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DocumentKind } from '@/contract/documents'
import { Button } from '@/ui/button'
import { Menu, type MenuEntry } from '@/ui/menu'
import { ShareDialog } from './share-dialog'

export type DocumentMenuProps = {
  /** The quote or the order whose papers these are. */
  of: { kind: 'quote' | 'sales_order'; id: string; number: number }
  /** Whether this person may give them to the customer. */
  mayShare: boolean
}

/** The papers of a quote or an order: to look at, to save and to share; an order also has the report of what was done. */
export function DocumentMenu({ of: { kind, id, number }, mayShare }: DocumentMenuProps) {
  const t = useTranslations('documents.menu')
  const [shared, setShared] = useState<DocumentKind | null>(null)
  const addressOf = (paper: DocumentKind) => `/api/documents/${paper}/${id}`
  const papers: DocumentKind[] = kind === 'quote' ? ['quote'] : ['sales_order', 'service_report']
  const entries = papers.flatMap((paper): MenuEntry[] => [
    { heading: t(`headings.${paper}`) },
    {
      label: t(`open.${paper}`),
      icon: paper === 'service_report' ? Camera : FileText,
      href: addressOf(paper),
      isNewTab: true,
    },
    {
      label: t(`download.${paper}`),
      icon: FileDown,
      onSelect: () => window.location.assign(`${addressOf(paper)}?download`),
    },
    ...(mayShare ? [{ label: t(`share.${paper}`), icon: Link2, onSelect: () => setShared(paper) }] : []),
  ])
  return (
    <>
      <Menu
        label={t('label', { kind, number: `${number}` })}
        entries={entries}
        trigger={<Button icon={FileText}>{t('trigger')}</Button>}
      />
      {shared && (
        <ShareDialog
          of={{ kind: shared, id }}
          name={t(`names.${shared}`, { number: `${number}` })}
          onClose={() => setShared(null)}
        />
      )}
    </>
  )
}

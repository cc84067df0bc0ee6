'use client'
import { FileDown, FileText, Link2Off } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DocumentKind } from '@/contract/documents'
import { formatDate, formatDateTime } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import { buttonStyle } from '@/ui/button-style'
import { Callout } from '@/ui/callout'
import { DescriptionList } from '@/ui/description-list'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'

export type SharedDocumentScreenProps = {
  shared: {
    kind: DocumentKind
    number: number
    company: string
    customer: string
    issuedOn: string
    endsOn: string | null
    totalCents: number | null
    isDraft: boolean
    linkExpiresAt: Date
    timeZone: string
  } | null
  secret: string
}

/** What a customer sees who opens a link: whose paper it is, what it comes to, and the paper itself. */
export function SharedDocumentScreen({ shared, secret }: SharedDocumentScreenProps) {
  const t = useTranslations('documents.shared')
  const titles = useTranslations('documents.paper.titles')
  if (!shared) return <EmptyState isPageTitle icon={Link2Off} title={t('gone.title')} hint={t('gone.hint')} />
  const { kind, number, company, customer, issuedOn, endsOn, totalCents, isDraft, linkExpiresAt, timeZone } = shared
  const address = `/api/shared-documents/${secret}`
  const end = endsOn && { label: t(kind === 'quote' ? 'validUntil' : 'dueOn'), value: formatDate(endsOn) }
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[520px] flex-col justify-center gap-4 px-4 py-8">
      <p className="text-base font-bold">{company}</p>
      <div className="space-y-4 rounded-control border border-line bg-surface p-6 max-phone:p-4">
        <h1 className="text-lg font-bold">{t('name', { title: titles(kind), number: `${number}` })}</h1>
        {isDraft && <Callout tone="warn">{t('draft')}</Callout>}
        <DescriptionList
          items={[
            { label: t('customer'), value: customer },
            { label: t('issuedOn'), value: formatDate(issuedOn) },
            ...(end ? [end] : []),
            ...(totalCents === null ? [] : [{ label: t('total'), value: <b>{formatCents(totalCents)}</b> }]),
          ]}
        />
        <p className="flex flex-wrap gap-2">
          <LinkButton variant="primary" icon={FileText} href={address} isNewTab>
            {t('open')}
          </LinkButton>
          <a className={buttonStyle('default', 'normal')} href={`${address}?download`} download>
            <FileDown aria-hidden strokeWidth={1.75} className="-ml-0.5 size-4" />
            {t('download')}
          </a>
        </p>
      </div>
      <p className="text-xs text-ink-2">{t('until', { at: formatDateTime(linkExpiresAt, timeZone) })}</p>
    </main>
  )
}

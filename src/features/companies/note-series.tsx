'use client'
import { useTranslations } from 'next-intl'
import { DescriptionList } from '@/ui/description-list'
import { Section } from '@/ui/section'
import type { Company } from './company-form-values'

/** How the notes are numbered (F14); nobody edits it. */
export function NoteSeries({ series }: { series: Company['series'] }) {
  const t = useTranslations('companies.series')
  return (
    <Section title={t('title')} note={t('note')}>
      {series.length === 0 && <p className="text-ink-2">{t('empty')}</p>}
      <ul className="grid gap-3">
        {series.map((row) => (
          <li key={`${row.environment} ${row.municipality?.code} ${row.series}`}>
            <DescriptionList
              layout="facts"
              items={[
                { label: t('series'), value: row.series },
                { label: t('last'), value: row.lastNumber || t('none') },
                {
                  label: t('municipality'),
                  value: row.municipality && `${row.municipality.name}/${row.municipality.state}`,
                },
                ...(row.environment === 'simulated' ? [{ label: t('environment'), value: t('simulated') }] : []),
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { foldAccents } from '@/lib/accent-fold'
import { Drawer } from './drawer'
import { MatchText } from './match-text'
import { TextField } from './text-field'

export type HelpTerm = {
  term: string
  meaning: string
  /** The same thing in other systems. */
  alsoCalled?: string
}

export type HelpPanelProps = {
  isOpen: boolean
  onClose: () => void
  title?: string
  description?: string
  terms: readonly HelpTerm[]
}

/** Words of the product and what they mean, with a search. */
export function HelpPanel({ isOpen, onClose, title, description, terms }: HelpPanelProps) {
  const t = useTranslations('kit.help')
  const [query, setQuery] = useState('')
  const wanted = foldAccents(query.trim())
  const found = terms.filter((term) =>
    foldAccents(`${term.term} ${term.meaning} ${term.alsoCalled ?? ''}`).includes(wanted),
  )
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={title ?? t('title')} description={description}>
      <TextField label={t('search')} type="search" icon={Search} value={query} onChange={setQuery} />
      <dl className="mt-3 divide-y divide-line">
        {found.map((term) => (
          <div key={term.term} className="py-2">
            <dt className="font-bold">
              <MatchText text={term.term} query={query} />
            </dt>
            <dd>
              {term.meaning}
              {term.alsoCalled && <span className="block text-xs text-ink-3">{term.alsoCalled}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status" className="text-ink-2">
        {found.length === 0 ? t('empty', { query }) : ''}
      </p>
    </Drawer>
  )
}

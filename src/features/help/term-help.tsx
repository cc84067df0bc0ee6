'use client'
import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Popover } from '@/ui/popover'
import { type TermId, useTerms } from './use-terms'

/** A small "?" beside a word that not everybody knows: what it means, where it stands. */
export function TermHelp({ id }: { id: TermId }) {
  const t = useTranslations('glossary')
  const [isOpen, setIsOpen] = useState(false)
  const { term, meaning, alsoCalled } = useTerms().termOf(id)
  const question = t('whatIs', { term })
  return (
    <Popover
      label={question}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button
          type="button"
          aria-label={question}
          title={question}
          className="-my-1 inline-grid size-6 flex-none place-items-center rounded-control align-middle text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <CircleHelp aria-hidden strokeWidth={1.75} className="size-[14px]" />
        </button>
      }
    >
      <div className="max-w-[320px] space-y-1 text-table font-normal whitespace-normal text-ink">
        <p className="font-bold">{term}</p>
        <p>{meaning}</p>
        {alsoCalled && <p className="text-xs text-ink-3">{alsoCalled}</p>}
      </div>
    </Popover>
  )
}

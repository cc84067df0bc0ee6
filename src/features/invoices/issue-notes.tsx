'use client'
import { useTranslations } from 'next-intl'
import { formatCents } from '@/lib/money'
import { classNames } from '@/ui/class-names'
import { IssueCompetence } from './issue-competence'
import { IssueNoteText } from './issue-note-text'
import type { DraftNote, InvoiceDraft, IssueSelection } from './issue-selection'
import { NoteTaxes } from './note-taxes'
import { useFiscalLabel } from './use-fiscal-label'

export type IssueNotesProps = {
  draft: InvoiceDraft
  selection: IssueSelection
  onSelect: (selection: IssueSelection) => void
  isRecomputing: boolean
}

/** The notes that confirming makes, announced before: one per fiscal key (F7), with taxes and text. */
export function IssueNotes({ draft, selection, onSelect, isRecomputing }: IssueNotesProps) {
  const t = useTranslations('invoices.issue')
  const labelOf = useFiscalLabel()
  const { notes } = draft
  const [first] = notes
  const isOne = notes.length === 1 && first !== undefined
  return (
    <section aria-labelledby="issue-notes" className={classNames('space-y-3', isRecomputing && 'opacity-60')}>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 id="issue-notes" className="text-sm font-bold">
          {t('notes', { count: notes.length })}
        </h3>
        <p className="min-w-0 text-ink-2">{isOne ? labelOf(first) : t('notesWhy')} ·</p>
        <IssueCompetence draft={draft} selection={selection} onSelect={onSelect} />
      </div>
      {notes.map((note, index) => (
        <div key={note.key} className="space-y-2">
          {!isOne && <NoteHead note={note} no={index + 1} count={notes.length} />}
          <NoteTaxes note={note} dueOn={draft.dueOn} />
          <IssueNoteText
            automatic={note.text}
            edited={selection.texts[note.key]}
            onEdit={(text) => onSelect({ ...selection, texts: withText(selection.texts, note.key, text) })}
          />
        </div>
      ))}
    </section>
  )
}

function NoteHead({ note, no, count }: { note: DraftNote; no: number; count: number }) {
  const t = useTranslations('invoices.issue')
  const labelOf = useFiscalLabel()
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <h4 className="font-bold">{t('noteOf', { no, count })}</h4>
      <p className="min-w-0 text-ink-2">
        {labelOf(note)} · {t('noteUnits', { units: note.units })}
      </p>
      {note.totalCents !== null && <b className="ml-auto whitespace-nowrap">{formatCents(note.totalCents)}</b>}
    </div>
  )
}

function withText(texts: IssueSelection['texts'], key: string, text: string | undefined): IssueSelection['texts'] {
  const { [key]: _former, ...others } = texts
  return text === undefined ? others : { ...others, [key]: text }
}

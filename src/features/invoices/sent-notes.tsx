'use client'
import { useTranslations } from 'next-intl'
import { SentNoteLine } from './sent-note-line'

/** A note that was just handed to the authority. */
export type SentNote = { id: string; number: number; totalCents: number }

/** How the authority answers each note. Closing the window stops nothing. */
export function SentNotes({ notes, lead }: { notes: readonly SentNote[]; lead: string }) {
  const t = useTranslations('invoices.sent')
  return (
    <>
      <p className="text-ink-2">{lead}</p>
      <ul aria-label={t('list')} className="divide-y divide-line rounded-control border border-line">
        {notes.map((note) => (
          <li key={note.id} className="px-4 py-3">
            <SentNoteLine note={note} />
          </li>
        ))}
      </ul>
    </>
  )
}

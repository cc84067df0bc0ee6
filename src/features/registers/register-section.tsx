'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import type { RegisterKind } from '@/contract/registers'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import type { RegisterRow } from './register-data'
import { RegisterForm } from './register-form'
import { RegisterLine } from './register-line'

export type RegisterSectionProps = {
  kind: RegisterKind
  title: ReactNode
  note?: ReactNode
  rows: readonly RegisterRow[]
  mayWrite: boolean
  /** Of stages: the pipeline that new ones belong to. */
  pipelineId?: string
  /** Beside the button that adds a row. */
  end?: ReactNode
}

/** One register as a list whose rows open into their form. */
export function RegisterSection({ kind, title, note, rows, mayWrite, pipelineId, end }: RegisterSectionProps) {
  const t = useTranslations('registers')
  const [open, setOpen] = useState<string | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  // The focus goes back to where the form was opened.
  function close() {
    setClosed(open)
    setOpen(null)
    if (open === 'new') add.current?.focus()
  }
  return (
    <Section
      title={title}
      note={note}
      isFlush
      end={
        mayWrite && (
          <>
            {end}
            <Button ref={add} icon={Plus} size="small" onClick={() => setOpen('new')}>
              {t(`add.${kind}`)}
            </Button>
          </>
        )
      }
    >
      {rows.length === 0 && open !== 'new' && <p className="px-4 py-3 text-ink-2">{t('empty')}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id}>
            {open === row.id ? (
              <RegisterForm kind={kind} row={row} pipelineId={pipelineId} onClose={close} />
            ) : (
              <RegisterLine
                kind={kind}
                row={row}
                rows={rows}
                mayWrite={mayWrite}
                takesFocus={closed === row.id}
                onEdit={() => setOpen(row.id)}
              />
            )}
          </li>
        ))}
        {open === 'new' && (
          <li>
            <RegisterForm kind={kind} row={null} pipelineId={pipelineId} onClose={close} />
          </li>
        )}
      </ul>
    </Section>
  )
}

'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import type { RegisterKind } from '@/contract/registers'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import { SortableList } from '@/ui/sortable-list'
import type { RegisterRow } from './register-data'
import { RegisterForm } from './register-form'
import { RegisterLine } from './register-line'
import { isOrdered, useRegisterOrder } from './use-register-order'

export type RegisterSectionProps = {
  kind: RegisterKind
  title: string
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
  const { ordered, sort } = useRegisterOrder(kind, rows)
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
      <SortableList
        label={t('orderOf', { name: title })}
        items={ordered}
        itemId={({ id }) => id}
        itemName={({ name }) => name}
        onSort={mayWrite && isOrdered(kind) && rows.length > 1 ? sort : undefined}
      >
        {(row, handle) =>
          open === row.id ? (
            <RegisterForm kind={kind} row={row} pipelineId={pipelineId} onClose={close} />
          ) : (
            <RegisterLine
              kind={kind}
              row={row}
              rows={ordered}
              handle={handle}
              mayWrite={mayWrite}
              takesFocus={closed === row.id}
              onSort={sort}
              onEdit={() => setOpen(row.id)}
            />
          )
        }
      </SortableList>
      {open === 'new' && (
        <div className={rows.length > 0 ? 'border-t border-line' : undefined}>
          <RegisterForm kind={kind} row={null} pipelineId={pipelineId} onClose={close} />
        </div>
      )}
    </Section>
  )
}

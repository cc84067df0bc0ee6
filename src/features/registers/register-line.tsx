'use client'
import { ArchiveRestore, ArrowDown, ArrowUp, Ban, Pencil, SearchCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { RegisterKind } from '@/contract/registers'
import { ActivityBadge } from '@/features/listing/activity-badge'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Menu, type MenuEntry } from '@/ui/menu'
import { InactivateRegisterDialog } from './inactivate-register-dialog'
import type { RegisterRow } from './register-data'
import { isOrdered } from './use-register-order'
import { useRegisterSummary } from './use-register-summary'
import { UsesDialog } from './uses-dialog'

export type RegisterLineProps = {
  kind: RegisterKind
  row: RegisterRow
  /** All rows of the list, among which this one is moved. */
  rows: readonly RegisterRow[]
  /** By which it is carried to another place; null where rows have no order of their own. */
  handle: ReactNode
  mayWrite: boolean
  /** Its form was just closed. */
  takesFocus: boolean
  /** All ids in their new order. */
  onSort: (ids: string[]) => void
  onEdit: () => void
}

/** One row of a register: its name, what it says, and what may be done with it. */
export function RegisterLine({ kind, row, rows, handle, mayWrite, takesFocus, onSort, onEdit }: RegisterLineProps) {
  const t = useTranslations('registers')
  const kit = useTranslations('kit')
  const summary = useRegisterSummary(row)
  const [asked, setAsked] = useState<Asked | null>(null)
  const entries = useEntries({ kind, row, rows, onSort, onAsk: setAsked })
  const close = () => setAsked(null)
  const edit = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) edit.current?.focus()
  }, [takesFocus])
  return (
    <div className="flex min-h-(--row) items-center gap-x-3 px-4 py-1">
      {handle}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className={row.isActive ? 'font-medium' : 'text-ink-2'}>{row.name}</span>
        {summary && <span className="text-ink-2">{summary}</span>}
        <ActivityBadge isActive={row.isActive} />
      </span>
      {mayWrite && (
        <span className="flex flex-none items-center gap-1">
          <Button
            ref={edit}
            variant="ghost"
            size="small"
            icon={Pencil}
            aria-label={t('actions.editOf', { name: row.name })}
            onClick={onEdit}
          >
            {t('actions.edit')}
          </Button>
          <Menu label={kit('actionsOf', { name: row.name })} entries={entries} />
        </span>
      )}
      {asked === 'uses' && <UsesDialog kind={kind} record={row} onClose={close} />}
      {asked === 'inactivate' && <InactivateRegisterDialog kind={kind} row={row} onClose={close} />}
    </div>
  )
}

type Asked = 'uses' | 'inactivate'

type EntriesOptions = Pick<RegisterLineProps, 'kind' | 'row' | 'rows' | 'onSort'> & { onAsk: (asked: Asked) => void }

function useEntries({ kind, row, rows, onSort, onAsk }: EntriesOptions): MenuEntry[] {
  const t = useTranslations('registers')
  const trpc = useTRPC()
  const reactivate = useCommand(trpc.registers.reactivate, {
    doneMessage: ({ name }) => t('done.reactivated', { name }),
  })
  const here = rows.findIndex(({ id }) => id === row.id)
  const move = (to: number): void => onSort(moved(rows, here, to))
  const moves: MenuEntry[] = isOrdered(kind)
    ? [
        ...(here > 0 ? [{ label: t('actions.up'), icon: ArrowUp, onSelect: () => move(here - 1) }] : []),
        ...(here < rows.length - 1
          ? [{ label: t('actions.down'), icon: ArrowDown, onSelect: () => move(here + 1) }]
          : []),
        { separator: true },
      ]
    : []
  return [
    ...moves,
    { label: t('uses.action'), icon: SearchCheck, onSelect: () => onAsk('uses') },
    row.isActive
      ? {
          label: t('actions.inactivate'),
          icon: Ban,
          isDanger: true,
          onSelect: () => onAsk('inactivate'),
        }
      : {
          label: t('actions.reactivate'),
          icon: ArchiveRestore,
          onSelect: () => void reactivate.run({ kind, id: row.id }),
        },
  ]
}

function moved(rows: readonly RegisterRow[], from: number, to: number): string[] {
  const ids = rows.map(({ id }) => id)
  return ids.toSpliced(from, 1).toSpliced(to, 0, ...ids.slice(from, from + 1))
}

'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Permission } from '@/contract/permissions'
import { useTermsPanel } from '@/features/help/terms-provider'
import { navigationFor } from '@/features/navigation/navigation'
import { foldAccents } from '@/lib/accent-fold'
import { CommandDialog, type CommandGroup, type CommandItem } from '@/ui/command-dialog'
import { Kbd } from '@/ui/kbd'
import { useShortcutList } from '@/ui/shortcut-provider'
import { readPaletteQuery } from './palette-query'
import { type RecentRecord, useRecentRecords } from './recent-records'
import { usePaletteActions } from './use-palette-actions'
import { usePaletteRecords } from './use-palette-records'
import { type RecordLine, recordIcons, useRecordLines } from './use-record-lines'

type PaletteProps = {
  permissions: readonly Permission[]
  isOpen: boolean
  onClose: () => void
  typed: string
  onType: (typed: string) => void
}

/** Screens, actions and records by a few letters: "Ir para", "Ações", "Registros", and what was opened last. */
export function Palette({ permissions, isOpen, onClose, typed, onType }: PaletteProps) {
  const t = useTranslations('palette')
  const { words, kind } = readPaletteQuery(typed)
  const { found, isPending, hasFailed } = usePaletteRecords(words, kind, isOpen)
  const recordItems = useRecordItems()
  const linesOf = useRecordLines()
  const [recent] = useRecentRecords()
  const places = usePlaces(permissions)
  const actions = usePaletteActions({ permissions, onTerms: useTermsPanel() })
  const here = useActionsHere()
  const matching = (items: readonly CommandItem[]) => items.filter(({ label }) => isNamed(label, words))
  const records = recordItems(found ? linesOf(found) : [])

  const groups: CommandGroup[] = kind
    ? [{ label: t('groups.records'), items: records }]
    : [
        ...(words === '' ? [{ label: t('groups.recent'), items: recordItems(recent.map(lineOfRecent)) }] : []),
        { label: t('groups.places'), items: matching(places) },
        { label: t('groups.records'), items: records },
        { label: t('groups.here'), items: matching(here) },
        {
          label: t('groups.actions'),
          items: matching(actions.filter(({ label }) => here.every((one) => one.label !== label))),
        },
      ]
  return (
    <CommandDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      placeholder={t('placeholder')}
      query={typed}
      onQuery={onType}
      groups={groups}
      isPending={isPending}
      hasFailed={hasFailed}
      hint={<Prefixes />}
    />
  )
}

function Prefixes() {
  const t = useTranslations('palette')
  const letters = ['p', 'r', 'o', 't', 'c', 'n'] as const
  return letters.map((letter) => (
    <span key={letter}>
      <Kbd>{t('prefix', { letter })}</Kbd> {t(`prefixes.${letter}`)}
    </span>
  ))
}

function usePlaces(permissions: readonly Permission[]): CommandItem[] {
  const t = useTranslations('shell.entries')
  const router = useRouter()
  return navigationFor(permissions)
    .flatMap(({ entries }) => entries)
    .map(({ id, href, icon, letter }) => ({
      id,
      label: t(id),
      icon,
      end: letter && <Kbd>{`G ${letter.toUpperCase()}`}</Kbd>,
      onSelect: () => router.push(href as Route),
    }))
}

// What the screen under the palette offers by key.
function useActionsHere(): CommandItem[] {
  const list = useShortcutList()
  return list().flatMap(({ keys, label, group, isInOverlay, run }) =>
    label && !group && !isInOverlay && run
      ? [{ id: `here-${keys}`, label, end: <Kbd>{keys.toUpperCase()}</Kbd>, onSelect: () => setTimeout(run) }]
      : [],
  )
}

function useRecordItems() {
  const router = useRouter()
  const [, remember] = useRecentRecords()
  return (lines: readonly RecordLine[]): CommandItem[] =>
    lines.map(({ id, end, ...record }) => ({
      id: `${record.kind}-${id}`,
      label: record.label,
      detail: record.detail,
      icon: recordIcons[record.kind],
      end,
      onSelect: () => {
        remember(record)
        router.push(record.href as Route)
      },
    }))
}

const lineOfRecent = (record: RecentRecord): RecordLine => ({ ...record, id: record.href })

function isNamed(label: string, words: string): boolean {
  const folded = foldAccents(label)
  return foldAccents(words)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

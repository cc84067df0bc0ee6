'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { type LucideIcon, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { MatchText } from './match-text'
import { useOverlayClose } from './use-overlay-close'

export type CommandItem = {
  id: string
  label: string
  /** After the label, quieter. */
  detail?: string
  icon?: LucideIcon
  /** Right end: a status, a key. */
  end?: ReactNode
  /** Why it is not allowed now; the line stays and says it. */
  blockedBy?: string
  onSelect: () => void
}
export type CommandGroup = { label: string; items: readonly CommandItem[] }

export type CommandDialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  /** What the words find, already chosen and in order. */
  groups: readonly CommandGroup[]
  /** The answer to these words is on its way: Enter waits for it. */
  isPending: boolean
  hasFailed: boolean
  /** Under the list: what else can be typed. */
  hint?: ReactNode
}

/** One field that leads anywhere: arrows choose, Enter goes, Esc closes. */
export function CommandDialog(props: CommandDialogProps) {
  const { isOpen, onClose, title } = props
  const close = useOverlayClose(isOpen, onClose)
  return (
    <Dialog.Root open={isOpen} onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Backdrop className="ui-scrim" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-6 pt-[10vh] max-phone:p-0">
          <Dialog.Popup
            aria-label={title}
            className="ui-overlay flex max-h-[min(560px,80vh)] w-full max-w-[640px] flex-col overflow-hidden rounded-card border border-line bg-surface shadow-overlay outline-none max-phone:h-full max-phone:max-h-none max-phone:rounded-none max-phone:border-0"
          >
            <CommandBody {...props} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function CommandBody({
  title,
  placeholder,
  query,
  onQuery,
  groups,
  isPending,
  hasFailed,
  hint,
  onClose,
}: CommandDialogProps) {
  const t = useTranslations('kit')
  const isWanted = useRef(false)
  const isEmpty = groups.every(({ items }) => items.length === 0)
  const run = (item: CommandItem) => {
    if (item.blockedBy !== undefined) return
    onClose()
    item.onSelect()
  }
  const runFirst = useEffectEvent(() => {
    isWanted.current = false
    const first = groups.flatMap(({ items }) => items).find(({ blockedBy }) => blockedBy === undefined)
    if (first) run(first)
  })
  useEffect(() => {
    if (isWanted.current && !isPending) runFirst()
  }, [isPending])
  return (
    <Autocomplete.Root
      open
      inline
      items={groups.filter(({ items }) => items.length > 0)}
      value={query}
      onValueChange={(text, { reason }) => {
        if (reason === 'input-change' || reason === 'input-clear') {
          isWanted.current = false
          onQuery(text)
        }
      }}
      itemToStringValue={(item: CommandItem) => item.label}
      filter={null}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex h-12 flex-none items-center gap-2 border-b border-line pr-2 pl-4">
        <Search aria-hidden strokeWidth={1.75} className="size-4 flex-none text-ink-3" />
        <Autocomplete.Input
          aria-label={title}
          placeholder={placeholder}
          maxLength={100}
          className="h-full min-w-0 flex-1 border-0 bg-transparent text-sm text-ink outline-none pointer-coarse:text-base"
          onKeyDown={(event) => {
            // What Enter means is the first line once the answer has come.
            if (event.key !== 'Enter' || !isPending || !isEmpty) return
            event.preventDefault()
            event.preventBaseUIHandler()
            isWanted.current = true
          }}
        />
        <Dialog.Close render={<IconButton icon="close" label={t('close')} />} />
      </div>
      <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 empty:hidden">
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.label} items={group.items} className="not-first:mt-2">
            <Autocomplete.GroupLabel className="px-2 py-1 text-xs font-medium text-ink-3">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: CommandItem) => <Line key={item.id} item={item} query={query} onRun={() => run(item)} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Autocomplete.Status className="px-4 text-ink-2 not-empty:py-4">
        {hasFailed
          ? t('command.failed')
          : !isEmpty
            ? null
            : isPending
              ? t('command.searching')
              : t('command.empty', { query })}
      </Autocomplete.Status>
      {hint && (
        <footer className="flex flex-none flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-canvas px-4 py-2 text-xs text-ink-2 max-phone:hidden">
          {hint}
        </footer>
      )}
    </Autocomplete.Root>
  )
}

function Line({ item, query, onRun }: { item: CommandItem; query: string; onRun: () => void }) {
  const { icon: Icon, label, detail, end, blockedBy } = item
  return (
    <Autocomplete.Item
      value={item}
      aria-disabled={blockedBy !== undefined || undefined}
      onClick={onRun}
      className={classNames(
        'flex min-h-9 cursor-pointer scroll-my-2 items-center gap-2 rounded-control px-2 py-1 outline-none select-none data-highlighted:bg-selected pointer-coarse:min-h-12',
        blockedBy !== undefined && 'text-ink-3',
      )}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.75} className="size-4 flex-none text-ink-3" />}
      <span className="min-w-0 truncate">
        <MatchText text={label} query={query} />
        {detail && (
          <>
            {' '}
            <span className="ml-1 text-ink-3">
              <MatchText text={detail} query={query} />
            </span>
          </>
        )}
        {blockedBy && <span className="block text-xs whitespace-normal text-ink-2">{blockedBy}</span>}
      </span>
      {end && <span className="ml-auto flex-none">{end}</span>}
    </Autocomplete.Item>
  )
}

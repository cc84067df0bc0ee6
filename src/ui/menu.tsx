'use client'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { AppLink } from './app-link'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

export type MenuEntry =
  | {
      label: string
      icon?: LucideIcon
      onSelect: () => void
      isDanger?: boolean
      /** Why it is not allowed now; the entry stays visible and says it. */
      blockedBy?: string
      /** Where that is resolved; each is an entry of its own below it. */
      waysOut?: readonly { label: string; href: string }[]
      isChecked?: boolean
    }
  | { label: string; icon?: LucideIcon; href: string; isNewTab?: boolean }
  | { heading: string }
  | { separator: true }

export type MenuProps = {
  /** What the menu holds: "Ações do pedido 10482". */
  label: string
  entries: readonly MenuEntry[]
  /** The button that opens it; without it the ⋯ button. */
  trigger?: ReactElement
  align?: 'start' | 'end'
}

const item =
  'flex w-full items-start gap-2 rounded-badge px-2 py-1.5 text-left no-underline outline-none select-none hover:no-underline data-highlighted:bg-selected pointer-coarse:min-h-11 pointer-coarse:items-center'

/** A list of actions behind a button. Actions that are not allowed now say why. */
export function Menu({ label, entries, trigger, align = 'end' }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger ?? <IconButton icon="more" label={label} />} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <BaseMenu.Popup
            aria-label={label}
            className="ui-popup max-h-(--available-height) min-w-[200px] max-w-[min(360px,calc(100vw-16px))] overflow-auto rounded-control border border-control bg-surface p-1 shadow-popup outline-none"
          >
            {entries.map((entry, index) => (
              <Entry key={keyOf(entry, index)} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ('separator' in entry) return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line" />
  if ('heading' in entry) return <div className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{entry.heading}</div>
  const Icon = entry.icon
  const icon = Icon && <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 flex-none text-ink-2" />
  if ('href' in entry) {
    return (
      <BaseMenu.LinkItem
        closeOnClick
        className={`${item} text-ink hover:text-ink`}
        render={
          <AppLink href={entry.href} isNewTab={entry.isNewTab}>
            {icon}
            {entry.label}
          </AppLink>
        }
      />
    )
  }
  return (
    <>
      <BaseMenu.Item
        disabled={entry.blockedBy !== undefined}
        className={classNames(
          item,
          entry.blockedBy !== undefined ? 'text-ink-3' : entry.isDanger ? 'text-danger-tx' : 'text-ink',
          entry.isChecked && 'font-medium',
        )}
        aria-current={entry.isChecked || undefined}
        onClick={entry.onSelect}
      >
        {icon}
        <span>
          {entry.label}
          {entry.blockedBy && <span className="block text-xs text-ink-2">{entry.blockedBy}</span>}
        </span>
        {entry.isChecked && (
          <Check aria-hidden strokeWidth={2} className="mt-0.5 ml-auto size-4 flex-none text-accent" />
        )}
      </BaseMenu.Item>
      {entry.waysOut?.map(({ label, href }) => (
        <BaseMenu.LinkItem
          key={href}
          closeOnClick
          className={`${item} pl-8 font-medium text-accent hover:text-accent-hover`}
          render={<AppLink href={href}>{label}</AppLink>}
        />
      ))}
    </>
  )
}

function keyOf(entry: MenuEntry, index: number): string {
  if ('separator' in entry) return `separator-${index}`
  return 'heading' in entry ? `heading-${entry.heading}` : entry.label
}

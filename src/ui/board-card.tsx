'use client'
import { useDraggable } from '@dnd-kit/core'
import { createContext, type ReactNode, use } from 'react'
import { AppLink } from './app-link'
import { classNames } from './class-names'

type Handle = { ref: (node: HTMLElement | null) => void; describedBy: string | undefined }

const HandleContext = createContext<Handle | null>(null)

/** A card of a board, carried by its whole face. */
export function BoardCard({ id, canMove, children }: { id: string; canMove: boolean; children: ReactNode }) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({
    id,
    disabled: !canMove,
  })
  const describedBy = canMove ? attributes['aria-describedby'] : undefined
  return (
    <li
      ref={setNodeRef}
      className={classNames(
        'flex-none list-none rounded-control border border-line bg-surface py-0.5 pr-1.5 pb-1.5 pl-3 hover:border-control',
        canMove && 'cursor-grab',
        isDragging && 'opacity-40',
      )}
      {...listeners}
    >
      <HandleContext value={{ ref: setActivatorNodeRef, describedBy }}>{children}</HandleContext>
    </li>
  )
}

/** The name of a card: Enter opens its record, Space takes the card. */
export function BoardTitle({ href, title, children }: { href: string; title?: string; children: ReactNode }) {
  const handle = use(HandleContext)
  return (
    <AppLink
      ref={handle?.ref}
      href={href}
      title={title}
      draggable={false}
      data-board-title
      aria-describedby={handle?.describedBy}
      className="line-clamp-2 min-w-0 flex-1 py-1 font-medium text-ink no-underline hover:text-ink"
    >
      {children}
    </AppLink>
  )
}

'use client'
import { useDroppable } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { BoardCard } from './board-card'
import { classNames } from './class-names'

export type BoardColumnData<Card> = {
  id: string
  name: string
  /** How many there are, in words: "13", "10.000+". */
  count: string
  /** Right end of the head: what they come to. */
  end?: ReactNode
  cards: readonly Card[]
  /** Cards can be put here; without saying so they can. */
  isTaker?: boolean
  /** Under the cards: the button that brings more. */
  more?: ReactNode
}

type BoardColumnProps<Card> = {
  column: BoardColumnData<Card>
  isCarrying: boolean
  cardId: (card: Card) => string
  canMove: (card: Card) => boolean
  children: (card: Card) => ReactNode
}

/** One column of a board: its name, its sums, its cards. */
export function BoardColumn<Card>({ column, isCarrying, cardId, canMove, children }: BoardColumnProps<Card>) {
  const t = useTranslations('kit.board')
  const headId = useId()
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: column.isTaker === false })
  return (
    <section
      ref={setNodeRef}
      aria-labelledby={headId}
      className={classNames(
        'flex min-h-0 min-w-0 snap-start flex-col border-l border-line first:border-l-0',
        isOver && 'bg-selected',
      )}
    >
      <header className="flex flex-none items-baseline gap-1.5 border-b border-line px-3 py-2">
        <h2 id={headId} className="truncate text-table font-bold" title={column.name}>
          {column.name}
        </h2>
        <span className="text-ink-3">{column.count}</span>
        {column.end && <b className="ml-auto text-xs whitespace-nowrap">{column.end}</b>}
      </header>
      <ol className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-2">
        {column.cards.map((card) => (
          <BoardCard key={cardId(card)} id={cardId(card)} canMove={canMove(card)}>
            {children(card)}
          </BoardCard>
        ))}
        {column.cards.length === 0 && (
          <li className="list-none px-1 py-2 text-xs text-ink-3">
            {t(isCarrying && column.isTaker !== false ? 'dropHere' : 'emptyColumn')}
          </li>
        )}
        {column.more && <li className="list-none text-center">{column.more}</li>}
      </ol>
    </section>
  )
}

'use client'
import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react'
import { BoardColumn, type BoardColumnData } from './board-column'
import { columnBeside } from './board-keyboard'
import { type BoardOutcome, BoardOutcomes } from './board-outcomes'
import { useShortcut } from './shortcut-provider'

export type BoardProps<Card> = {
  /** Says what the columns are. */
  label: string
  columns: readonly BoardColumnData<Card>[]
  /** Where a card leaves the board: shown while one is carried. */
  outcomes?: readonly BoardOutcome[]
  cardId: (card: Card) => string
  /** Names the card in announcements: "OP-2231". */
  cardName: (card: Card) => string
  canMove: (card: Card) => boolean
  /** A card was put on another column or on an outcome. */
  onMove: (card: Card, targetId: string) => void
  /** What stands on a card; a `BoardTitle` names it. */
  children: (card: Card) => ReactNode
}

/**
 * Cards in columns, carried by mouse, by a long touch or by keys: Space takes, arrows choose the column, Space puts, Esc
 * gives up. Every move also stands in the card's menu.
 */
export function Board<Card>(props: BoardProps<Card>) {
  const { label, columns, outcomes = [], cardId, onMove, children } = props
  const t = useTranslations('kit.board')
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [carried, setCarried] = useState<Card | null>(null)
  const announcements = useAnnouncements(props)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: columnBeside,
      keyboardCodes: {
        start: [KeyboardCode.Space],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
        cancel: [KeyboardCode.Esc],
      },
    }),
  )
  useCardKeys(frame)
  const find = (id: unknown) => columns.flatMap(({ cards }) => cards).find((card) => cardId(card) === id) ?? null
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={underPointerElseMostCovered}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('instructions') } }}
      onDragStart={({ active }) => setCarried(find(active.id))}
      onDragCancel={() => setCarried(null)}
      onDragEnd={({ active, over }) => {
        setCarried(null)
        const card = find(active.id)
        const from = columns.find(({ cards }) => cards.some((one) => cardId(one) === active.id))
        if (card && over && over.id !== from?.id) onMove(card, String(over.id))
      }}
    >
      <div ref={frame} className="relative flex min-h-0 flex-1 flex-col">
        <section
          aria-label={label}
          className="grid min-h-0 flex-1 auto-cols-[minmax(216px,1fr)] grid-flow-col overflow-x-auto overflow-y-hidden bg-canvas max-phone:auto-cols-[84vw] max-phone:snap-x"
        >
          {columns.map((column) => (
            <BoardColumn key={column.id} {...props} column={column} isCarrying={carried !== null} />
          ))}
        </section>
        {carried !== null && outcomes.length > 0 && <BoardOutcomes outcomes={outcomes} />}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried !== null && (
          <div className="rounded-control border border-accent bg-surface px-3 py-2 shadow-popup">
            {children(carried)}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

// By keys there is no pointer: the target is the one that the carried card covers most.
const underPointerElseMostCovered: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args)

function useAnnouncements<Card>({ columns, outcomes = [], cardId, cardName }: BoardProps<Card>): Announcements {
  const t = useTranslations('kit.board')
  const nameOf = (id: unknown) => {
    const card = columns.flatMap(({ cards }) => cards).find((one) => cardId(one) === id)
    return card ? cardName(card) : ''
  }
  const placeOf = (id: unknown) => [...columns, ...outcomes].find((place) => place.id === id)?.name ?? ''
  return {
    onDragStart: ({ active }) => t('taken', { card: nameOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over
        ? t('over', { card: nameOf(active.id), column: placeOf(over.id) })
        : t('overNothing', { card: nameOf(active.id) }),
    onDragEnd: ({ active, over }) =>
      over
        ? t('put', { card: nameOf(active.id), column: placeOf(over.id) })
        : t('givenUp', { card: nameOf(active.id) }),
    onDragCancel: ({ active }) => t('givenUp', { card: nameOf(active.id) }),
  }
}

/** J and K walk through the cards from wherever the focus is. */
function useCardKeys(frame: RefObject<HTMLDivElement | null>) {
  const t = useTranslations('kit.shortcuts')
  const group = t('cards')
  function walk(step: 1 | -1) {
    const cards = [...(frame.current?.querySelectorAll<HTMLElement>('[data-board-title]') ?? [])]
    const here = cards.findIndex((card) => card.contains(document.activeElement))
    const next = here === -1 ? cards[0] : cards[Math.min(cards.length - 1, Math.max(0, here + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  useShortcut('j', () => walk(1), { label: t('nextCard'), group })
  useShortcut('k', () => walk(-1), { label: t('previousCard'), group })
  useShortcut('space', null, { label: t('takeCard'), group })
  useShortcut('enter', null, { label: t('openCard'), group })
}

'use client'
import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'

export type SortableListProps<Item> = {
  label: string
  items: readonly Item[]
  itemId: (item: Item) => string
  itemName: (item: Item) => string
  /** All ids in their new order. Without it the list only shows. */
  onSort?: (ids: string[]) => void
  /** What a line shows; it places the handle, which is null where nothing moves. */
  children: (item: Item, handle: ReactNode) => ReactNode
}

/** Lines put in order by mouse, by a long touch or by keys: Space takes the handle, arrows move, Space puts, Esc gives up. */
export function SortableList<Item>(props: SortableListProps<Item>) {
  const { label, items, itemId, itemName, onSort, children } = props
  const t = useTranslations('kit.sortable')
  const id = useId()
  const ids = items.map(itemId)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      keyboardCodes: {
        start: [KeyboardCode.Space, KeyboardCode.Enter],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
        cancel: [KeyboardCode.Esc],
      },
    }),
  )
  const announcements = useAnnouncements(props)
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('instructions') } }}
      onDragEnd={({ active, over }) => {
        const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))]
        if (onSort && from !== to && to >= 0) onSort(arrayMove(ids, from, to))
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={!onSort}>
        <ul aria-label={label} className="divide-y divide-line">
          {items.map((item) => (
            <SortableLine key={itemId(item)} id={itemId(item)} name={itemName(item)} canMove={onSort !== undefined}>
              {(handle) => children(item, handle)}
            </SortableLine>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

type SortableLineProps = {
  id: string
  name: string
  canMove: boolean
  children: (handle: ReactNode) => ReactNode
}

function SortableLine({ id, name, canMove, children }: SortableLineProps) {
  const t = useTranslations('kit.sortable')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  })
  const handle = canMove ? (
    <button
      ref={setActivatorNodeRef}
      type="button"
      {...attributes}
      {...listeners}
      aria-label={t('move', { name })}
      className="-ml-2 grid size-7 flex-none cursor-grab touch-none place-items-center rounded-control text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <GripVertical aria-hidden strokeWidth={1.75} className="size-4" />
    </button>
  ) : null
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform && { ...transform, x: 0 }), transition }}
      className={isDragging ? 'relative z-10 bg-selected shadow-popup' : 'bg-surface'}
    >
      {children(handle)}
    </li>
  )
}

function useAnnouncements<Item>({ items, itemId, itemName }: SortableListProps<Item>): Announcements {
  const t = useTranslations('kit.sortable')
  const nameOf = (id: unknown) => {
    const item = items.find((one) => itemId(one) === id)
    return item ? itemName(item) : ''
  }
  const placeOf = (id: unknown) => items.findIndex((one) => itemId(one) === id) + 1
  const total = items.length
  return {
    onDragStart: ({ active }) => t('taken', { name: nameOf(active.id), place: placeOf(active.id), total }),
    onDragOver: ({ active, over }) =>
      over ? t('over', { name: nameOf(active.id), place: placeOf(over.id), total }) : undefined,
    onDragEnd: ({ active, over }) =>
      t('put', { name: nameOf(active.id), place: placeOf(over?.id ?? active.id), total }),
    onDragCancel: ({ active }) => t('givenUp', { name: nameOf(active.id) }),
  }
}

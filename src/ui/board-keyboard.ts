import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core'

/** Where an arrow carries a card: over the next column or outcome to that side, by where they stand on the screen. */
export const columnBeside: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === KeyboardCode.Right ? 1 : event.code === KeyboardCode.Left ? -1 : 0
  if (step === 0) return undefined
  event.preventDefault()
  const places = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id)
      return rect ? [{ id, rect }] : []
    })
    .toSorted((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left)
  const here = context.over ? places.findIndex(({ id }) => id === context.over?.id) : -1
  const { collisionRect } = context
  const nearest = here === -1 && collisionRect ? places.findIndex(({ rect }) => rect.right > collisionRect.left) : here
  const next = places[Math.min(places.length - 1, Math.max(0, nearest + step))]
  if (!next) return currentCoordinates
  return { x: next.rect.left + 8, y: next.rect.top + 8 }
}

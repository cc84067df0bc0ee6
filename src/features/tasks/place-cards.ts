import type { TaskCard, TaskColumn } from './use-task-board'

/** A card on its way to a column. */
export type Placed = { card: TaskCard; column: string }

/** The columns as they will be once the cards on their way have arrived: on top, with counts that follow. */
export function placeCards(columns: readonly TaskColumn[], placed: readonly Placed[]): TaskColumn[] {
  return columns.map((column) => {
    const come = placed
      .filter((one) => one.column === column.id && one.card.column !== column.id)
      .map(({ card }) => card)
    const gone = placed
      .filter((one) => one.card.column === column.id && one.column !== column.id)
      .map(({ card }) => card)
    const stays = column.cards.filter((card) => !gone.some(({ id }) => id === card.id))
    const tasksOf = (cards: readonly TaskCard[]) => cards.reduce((sum, { count }) => sum + count, 0)
    return { ...column, cards: [...come, ...stays], count: column.count + tasksOf(come) - tasksOf(gone) }
  })
}

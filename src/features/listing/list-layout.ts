import { z } from 'zod'

/** How a person arranged a list: all ids that were known then, in their order, and those left out. */
export const listLayout = z.object({ order: z.array(z.string()), hidden: z.array(z.string()) })
export type ListLayout = z.infer<typeof listLayout>

export const plainLayout: ListLayout = { order: [], hidden: [] }

type Column = { id: string }

/** The columns in the person's order. One that came later, with a new version or a setting, keeps its place after its neighbour. */
export function inOrder<C extends Column>(columns: readonly C[], { order }: ListLayout): C[] {
  const arranged = order.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  for (const [index, column] of columns.entries()) {
    if (arranged.includes(column)) continue
    const before = columns[index - 1]
    arranged.splice(before ? arranged.indexOf(before) + 1 : 0, 0, column)
  }
  return arranged
}

/** The columns to show. The first of the list names the record, so it cannot be left out. */
export function shownColumns<C extends Column>(columns: readonly C[], layout: ListLayout): C[] {
  return inOrder(columns, layout).filter(({ id }) => id === columns[0]?.id || !layout.hidden.includes(id))
}

/** Shows a column that is hidden, hides one that is shown. */
export function withToggled(layout: ListLayout, id: string): ListLayout {
  const { hidden } = layout
  return { ...layout, hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id] }
}

/** Moves a column one place towards the start (-1) or the end (1); at the edge nothing changes. */
export function withMoved(columns: readonly Column[], layout: ListLayout, id: string, step: -1 | 1): ListLayout {
  const order = inOrder(columns, layout).map((column) => column.id)
  const from = order.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= order.length) return layout
  order.splice(to, 0, ...order.splice(from, 1))
  return { ...layout, order }
}

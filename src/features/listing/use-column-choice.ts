'use client'
import { useDeviceSetting } from '@/ui/use-device-setting'
import { type ListLayout, listLayout, plainLayout, shownColumns } from './list-layout'

export type ColumnChoice<Column> = {
  /** All that the list has, for the chooser. */
  all: readonly Column[]
  /** What the table shows. */
  columns: readonly Column[]
  layout: ListLayout
  changeLayout: (layout: ListLayout) => void
}

/**
 * Which columns of a list this person wants to see on this device, and in which order.
 * @param list names the list: "salesOrders"
 */
export function useColumnChoice<Column extends { id: string }>(
  list: string,
  columns: readonly Column[],
): ColumnChoice<Column> {
  const [layout, changeLayout] = useDeviceSetting(`empreita.list.${list}`, listLayout, plainLayout)
  return { all: columns, columns: shownColumns(columns, layout), layout, changeLayout }
}

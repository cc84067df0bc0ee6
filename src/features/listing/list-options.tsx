'use client'
import { ColumnChooser } from './column-chooser'
import { DensityChooser } from './density-chooser'
import type { ColumnChoice } from './use-column-choice'

/** How a list looks, at the end of its toolbar: "Colunas" and "Densidade". */
export function ListOptions({ choice }: { choice: ColumnChoice<{ id: string; header: string }> }) {
  return (
    <>
      <ColumnChooser choice={choice} />
      <DensityChooser />
    </>
  )
}

import type { ImportRegister } from '@/contract/imports'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { guessMapping } from './import-rules'
import type { Sheet } from './read-sheet'

const SAMPLES = 3

/** The columns of a sheet, each with its head, its first values and what it probably stands for. */
export function describeSheet(
  ctx: Pick<Ctx, 'actor'>,
  { register, sheet }: { register: ImportRegister; sheet: Sheet },
) {
  authorize(ctx, register === 'customers' ? 'customers.write' : 'services.write')
  const guesses = guessMapping(register, sheet.headers)
  return {
    lineCount: sheet.rows.length,
    columns: sheet.headers.map((header, index) => ({
      header,
      samples: sheet.rows.flatMap(({ cells }) => cells[index] || []).slice(0, SAMPLES),
      field: guesses[index] ?? null,
    })),
  }
}

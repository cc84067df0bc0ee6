import { rateOf } from '@/lib/money-share'
import type { FiscalKey } from './fiscal-key'

export type NoteTaxes = { issCents: number; netCents: number; isIssOnNote: boolean }

/**
 * ISS and net of a note of `totalCents`. MEI and Simples collect the ISS with their own guide: it is on the note only when
 * the customer withholds it (rule E0625). The net is what the customer pays.
 */
export function noteTaxes(totalCents: number, fiscal: FiscalKey): NoteTaxes {
  const isOwnGuide = fiscal.taxRegime === 'mei' || (fiscal.taxRegime === 'simples_nacional' && !fiscal.issWithheld)
  const issCents = isOwnGuide ? 0 : rateOf(totalCents, fiscal.issRateBasisPoints)
  return { issCents, netCents: fiscal.issWithheld ? totalCents - issCents : totalCents, isIssOnNote: !isOwnGuide }
}

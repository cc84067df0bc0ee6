/** How the simulated authority behaves. */
export const simulatedDispositions = [
  'authorise',
  'reject',
  'loseAnswer',
  'unreachable',
  'slow',
  'refuseCancellation',
] as const
export type SimulatedDisposition = (typeof simulatedDispositions)[number]

// Marks that a person writes into the text of one note, or of its cancellation.
const marks: Record<string, SimulatedDisposition> = {
  autorizar: 'authorise',
  rejeitar: 'reject',
  'perder resposta': 'loseAnswer',
  'sem resposta': 'unreachable',
  demorar: 'slow',
  'recusar cancelamento': 'refuseCancellation',
}

/** What a mark such as `[simular: rejeitar]` in the text asks for, or null without one. */
export function dispositionOf(text: string): SimulatedDisposition | null {
  const mark = /\[simular:\s*([a-zç ]+?)\s*\]/i.exec(text)?.[1]
  return mark === undefined ? null : (marks[mark.toLowerCase()] ?? null)
}

/** The disposition that `EMPREITA_NFSE_SIMULATION` names. Throws TypeError for a word that is none. */
export function dispositionFrom(setting: string | undefined): SimulatedDisposition {
  if (!setting) return 'authorise'
  const found = simulatedDispositions.find((disposition) => disposition === setting)
  if (!found) throw new TypeError(`EMPREITA_NFSE_SIMULATION must be one of ${simulatedDispositions.join(', ')}`)
  return found
}

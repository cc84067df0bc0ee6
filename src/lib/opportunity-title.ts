/** What a generated title may name; an absent part vanishes. */
export type TitleParts = {
  pedido: string | number
  cliente?: string | null
  projeto?: string | null
  contrato?: string | null
}

const PART = /\{(pedido|cliente|projeto|contrato)\}/g
const MAX_LENGTH = 300

/**
 * The title of an order's opportunity: `Pedido {pedido} - {cliente} - {projeto}` without a project is `Pedido 12 - Solar`.
 * A piece between separators (` - `, ` | `, ` / `, ` · `) whose every part is empty vanishes with its separator.
 */
export function opportunityTitle(template: string, parts: TitleParts): string {
  const values: Record<string, string> = {
    pedido: String(parts.pedido),
    cliente: parts.cliente?.trim() ?? '',
    projeto: parts.projeto?.trim() ?? '',
    contrato: parts.contrato?.trim() ?? '',
  }
  const [first = '', ...rest] = template.split(/(\s+[-–—|/·]\s+)/)
  let title = filled(first, values) ?? ''
  for (let at = 0; at < rest.length; at += 2) {
    const piece = filled(rest[at + 1] ?? '', values)
    if (piece !== null) title += title === '' ? piece : `${rest[at]}${piece}`
  }
  return title.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH) || `Pedido ${parts.pedido}`
}

function filled(piece: string, values: Record<string, string>): string | null {
  const names = [...piece.matchAll(PART)].map(([, name]) => name ?? '')
  if (names.length > 0 && names.every((name) => values[name] === '')) return null
  const text = piece.replace(PART, (_, name: string) => values[name] ?? '').trim()
  return text === '' ? null : text
}

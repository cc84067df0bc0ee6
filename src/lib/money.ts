const brl = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' })
const plain = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `123456` → `R$ 1.234,56` (the space does not break). `cents` is a whole number of cents. */
export function formatCents(cents: number): string {
  return brl.format(cents / 100)
}

/** `123456` → `1.234,56`: for columns and fields whose label already says R$. */
export function formatAmount(cents: number): string {
  return plain.format(cents / 100)
}

const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/
const withComma = /^\d+(?:,\d{1,2})?$/
const withDot = /^\d+\.\d{1,2}$/

/**
 * What a person typed, in cents: `1234,5`, `1.234,50`, `1234.5`, `R$ 1.234,56`.
 * A dot followed by three digits groups thousands. Answers null for anything that is not an amount,
 * that is negative or has more than two decimals.
 */
export function parseMoney(text: string): number | null {
  const typed = text.replace(/^\s*R\$/i, '').replace(/\s/g, '')
  const decimal = grouped.test(typed)
    ? typed.replaceAll('.', '').replace(',', '.')
    : withComma.test(typed)
      ? typed.replace(',', '.')
      : withDot.test(typed)
        ? typed
        : null
  if (decimal === null) return null
  const [whole = '0', fraction = ''] = decimal.split('.')
  const cents = Number(whole + fraction.padEnd(2, '0'))
  return Number.isSafeInteger(cents) ? cents : null
}

import Big from 'big.js'

const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?$/
const withComma = /^\d+(?:,\d{1,4})?$/
const withDot = /^\d+\.\d{1,4}$/
const largest = new Big('99999999999.9999')

/**
 * What a person typed, as the decimal string the contract uses: `2,5` → `2.5`, `1.500` → `1500` (G7).
 * A dot followed by three digits groups thousands. Answers null for zero (unless `allowZero`), negative,
 * more than four decimals, scientific notation and anything that does not fit numeric(15,4).
 */
export function parseQuantity(text: string, { allowZero = false } = {}): string | null {
  const typed = text.replace(/\s/g, '')
  const decimal = grouped.test(typed)
    ? typed.replaceAll('.', '').replace(',', '.')
    : withComma.test(typed)
      ? typed.replace(',', '.')
      : withDot.test(typed)
        ? typed
        : null
  if (decimal === null) return null
  const quantity = new Big(decimal)
  if (quantity.gt(largest) || (quantity.eq(0) && !allowZero)) return null
  return quantity.toFixed()
}

/** `'2.5000'` → `2,5`, `'1500'` → `1.500`: as people read it, without idle zeros. */
export function formatQuantity(quantity: string | number): string {
  const [whole = '0', fraction] = new Big(String(quantity)).toFixed().split('.')
  const groupedWhole = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return fraction ? `${groupedWhole},${fraction}` : groupedWhole
}

/** Whether the decimal string has no fraction. */
export function isWholeQuantity(quantity: string): boolean {
  return new Big(quantity).mod(1).eq(0)
}

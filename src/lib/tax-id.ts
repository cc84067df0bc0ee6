import { cnpj, cpf } from 'cpf-cnpj-validator'

/** Without mask and upper-case, as it is stored: 11 digits (CPF) or 14 letters and digits (CNPJ). */
export function normalizeTaxId(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/**
 * Which document the text is, or null when its check digits do not hold.
 * CNPJ may have letters (Nota Técnica Conjunta COCAD/SUARA/RFB 49/2024).
 */
export function taxIdKind(text: string): 'cpf' | 'cnpj' | null {
  const taxId = normalizeTaxId(text)
  if (/^\d{11}$/.test(taxId)) return cpf.isValid(taxId) ? 'cpf' : null
  if (/^[0-9A-Z]{12}\d{2}$/.test(taxId)) return cnpj.isValid(taxId) ? 'cnpj' : null
  return null
}

/** `12345678909` → `123.456.789-09`, `12ABC34501DE35` → `12.ABC.345/01DE-35`; other lengths come back unmasked. */
export function formatTaxId(text: string): string {
  const taxId = normalizeTaxId(text)
  if (taxId.length === 11) return taxId.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
  if (taxId.length === 14) return taxId.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
  return taxId
}

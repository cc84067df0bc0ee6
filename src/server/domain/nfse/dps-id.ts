/** By what a DPS is known to the authority: unique for ever (INV-06). `taxId` is the provider's CPF or CNPJ without mask. */
export type DpsIdentity = { municipalityCode: string; taxId: string; series: number; number: number }

/** The Id of a DPS: municipality (7), kind of registration (1), registration (14), series (5) and number (15), after `DPS`. */
export function dpsId({ municipalityCode, taxId, series, number }: DpsIdentity): string {
  const registration = `${taxId.length === 11 ? 1 : 2}${taxId.padStart(14, '0')}`
  return `DPS${municipalityCode}${registration}${String(series).padStart(5, '0')}${String(number).padStart(15, '0')}`
}

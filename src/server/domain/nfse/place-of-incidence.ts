/**
 * Items of the service list whose ISS is due where the service is rendered: LC 116/2003 art. 3, I to XXIII, by the first
 * four digits of the national code. All others: the provider's establishment.
 */
const whereRendered = new Set([
  '0304',
  '0305',
  '0702',
  '0704',
  '0705',
  '0709',
  '0710',
  '0711',
  '0712',
  '0716',
  '0717',
  '0718',
  '0719',
  '1101',
  '1102',
  '1103',
  '1104',
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '14', '15', '16', '17'].map(
    (item) => `12${item}`,
  ),
  '1601',
  '1602',
  '1710',
  '2001',
  '2002',
  '2003',
  '2201',
])

/** Labour supplied to the customer: due at the customer's establishment (art. 3, XX). */
const whereCustomerIs = new Set(['1705'])

/**
 * The municipality to which the ISS of a national service code belongs, or null when its municipality is not known. The
 * authority's answer prevails. Places are IBGE codes of the provider, of the place of service and of the customer.
 */
export function placeOfIncidence(
  nationalServiceCode: string,
  places: { provider: string | null; service: string | null; customer: string | null },
): string | null {
  const item = nationalServiceCode.slice(0, 4)
  if (whereRendered.has(item)) return places.service ?? places.provider
  if (whereCustomerIs.has(item)) return places.customer ?? places.provider
  return places.provider
}

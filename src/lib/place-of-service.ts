/** The place of service as it was when the order was written; tasks show it (D9). `municipalityCode` is the IBGE's. */
export type PlaceOfService = {
  label: string
  street: string
  streetNumber: string
  complement: string
  district: string
  city: string
  state: string
  postalCode: string
  municipalityCode: string
}

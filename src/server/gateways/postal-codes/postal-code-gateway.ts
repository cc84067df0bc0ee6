/** What a postal code stands for; a code of a whole town has neither street nor district. */
export type PostalPlace = { street: string; district: string; municipalityCode: string }

/** Who knows postal codes. Whoever is asked learns the code, and nothing else. */
export type PostalCodeGateway = {
  /** The place of eight digits; null when nobody knows it, or does not answer in time. Never rejects. */
  placeOf: (postalCode: string) => Promise<PostalPlace | null>
}

import { postalCodeInput } from '@/contract/customers'
import { authorize } from '@/server/auth/authorize'
import { openPostalCodes } from '@/server/gateways/postal-codes/open-postal-codes'
import { municipalityOf } from '@/server/reference/municipalities'
import { signedInProcedure } from './trpc'

/** The street, district and municipality of a postal code, asked of the gateway outside any transaction; null when nobody knows. */
export const placeOfPostalCode = signedInProcedure
  .input(postalCodeInput)
  .query(async ({ ctx: { actor }, input: { postalCode } }) => {
    authorize({ actor }, 'customers.write')
    const place = await openPostalCodes().placeOf(postalCode)
    const municipality = place && municipalityOf(place.municipalityCode)
    return municipality ? { ...place, municipality } : null
  })

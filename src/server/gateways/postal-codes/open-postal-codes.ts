import type { PostalCodeGateway } from './postal-code-gateway'
import { webPostalCodes } from './web-postal-codes'

const nobody: PostalCodeGateway = { placeOf: async () => null }

/** The one that EMPREITA_POSTAL_CODE_URL names; without it nobody is asked, and nothing leaves this server. */
export function openPostalCodes(): PostalCodeGateway {
  const address = process.env.EMPREITA_POSTAL_CODE_URL
  return address ? webPostalCodes(address) : nobody
}

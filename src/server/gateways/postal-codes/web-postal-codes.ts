import type { PostalCodeGateway, PostalPlace } from './postal-code-gateway'

const ANSWER_MS = 3_000
const MOST_CHARACTERS = 10_000

/**
 * Asks a service that answers as ViaCEP does: `logradouro`, `bairro` and `ibge`, or `erro`.
 * @param address of the service, with `{cep}` in the place of the code
 */
export function webPostalCodes(address: string): PostalCodeGateway {
  return {
    async placeOf(postalCode) {
      try {
        const response = await fetch(address.replace('{cep}', postalCode), {
          headers: { accept: 'application/json' },
          redirect: 'error',
          signal: AbortSignal.timeout(ANSWER_MS),
        })
        if (!response.ok) return null
        const text = await response.text()
        return text.length > MOST_CHARACTERS ? null : placeIn(JSON.parse(text))
      } catch {
        return null
      }
    },
  }
}

function placeIn(answer: unknown): PostalPlace | null {
  if (typeof answer !== 'object' || answer === null || 'erro' in answer) return null
  const said = answer as Record<string, unknown>
  const textOf = (name: string) => (typeof said[name] === 'string' ? said[name].trim() : '')
  const municipalityCode = textOf('ibge')
  return /^\d{7}$/.test(municipalityCode)
    ? { street: textOf('logradouro').slice(0, 120), district: textOf('bairro').slice(0, 80), municipalityCode }
    : null
}

import { createHash, randomBytes } from 'node:crypto'

/** A new random value of 256 bits that stands for a session or an access token. Only its hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret. A random secret needs no slow hash: there is nothing to guess. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

import { createDocumentLinkInput } from '@/contract/documents'
import { hashOfSecret, newSecret } from '@/server/auth/secret'
import { createDocumentLink } from '@/server/domain/documents/create-document-link'
import { command } from './trpc'

/** The gesture whose answer holds the secret of a link, which is made here and kept nowhere. */
export const createDocumentLinkWithSecret = command(
  createDocumentLinkInput,
  (ctx, input) => {
    const secret = newSecret()
    return createDocumentLink(ctx, input, { secret, hash: hashOfSecret(secret) })
  },
  { secretKeys: ['secret'] },
)

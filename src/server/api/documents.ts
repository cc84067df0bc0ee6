import { listDocumentLinksInput, revokeDocumentLinkInput } from '@/contract/documents'
import { listDocumentLinks } from '@/server/domain/documents/list-document-links'
import { revokeDocumentLink } from '@/server/domain/documents/revoke-document-link'
import { createDocumentLinkWithSecret } from './document-link-command'
import { command, question, router } from './trpc'

export const documentsRouter = router({
  listLinks: question(listDocumentLinksInput, listDocumentLinks),
  createLink: createDocumentLinkWithSecret,
  revokeLink: command(revokeDocumentLinkInput, revokeDocumentLink),
})

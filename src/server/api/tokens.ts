import { listTokensInput, revokeTokenInput } from '@/contract/tokens'
import { listTokens } from '@/server/domain/tokens/list-tokens'
import { revokeToken } from '@/server/domain/tokens/revoke-token'
import { createTokenWithSecret } from './secret-commands'
import { command, question, router } from './trpc'

export const tokensRouter = router({
  list: question(listTokensInput, listTokens),
  create: createTokenWithSecret,
  revoke: command(revokeTokenInput, revokeToken),
})

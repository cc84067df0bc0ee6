import { and, eq } from 'drizzle-orm'
import type { SetLogo } from '@/contract/companies'
import { authorize } from '@/server/auth/authorize'
import { companies } from '@/server/db/tables/companies'
import { files } from '@/server/db/tables/tasks'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'

/** Puts a picture that this person sent at the head of the company's papers; null takes it away. Refuses REFERENCE_NOT_FOUND. */
export async function setLogo(ctx: Ctx, { fileId }: SetLogo) {
  authorize(ctx, 'companies.update')
  if (fileId !== null) {
    const sentByThem = and(eq(files.id, fileId), eq(files.createdBy, actorIdOf(ctx.actor)))
    const [file] = await ctx.tx.select({ id: files.id }).from(files).where(sentByThem)
    refuse(file ? [] : [{ code: 'REFERENCE_NOT_FOUND', field: 'fileId' }])
  }
  const { companyId } = ctx.actor
  await ctx.tx.update(companies).set({ logoFileId: fileId }).where(eq(companies.id, companyId))
  await recordEvent(ctx, {
    name: fileId === null ? 'company.logoRemoved' : 'company.logoSet',
    entityKind: 'company',
    entityId: companyId,
    data: { fileId },
  })
  return { logoFileId: fileId }
}

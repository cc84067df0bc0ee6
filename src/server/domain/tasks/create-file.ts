import { eq } from 'drizzle-orm'
import { authorize } from '@/server/auth/authorize'
import { files } from '@/server/db/tables/tasks'
import { actorIdOf, type Ctx } from '../context'
import { DomainError } from '../refusal'

/** `id` is made on the device; `sha256` is that of the stored bytes, in small hexadecimal letters. */
export type NewFile = { id: string; sha256: string; mediaType: string; byteSize: number }

/**
 * Registers a picture whose bytes are stored, for whoever works in the field. The same id with the same content converges.
 * Throws COMMAND_REUSED when the id came before with another content or from somebody else.
 */
export async function createFile(ctx: Ctx, file: NewFile): Promise<{ id: string }> {
  authorize(ctx, 'tasks.conclude')
  const createdBy = actorIdOf(ctx.actor)
  const inserted = await ctx.tx
    .insert(files)
    .values({ ...file, createdBy })
    .onConflictDoNothing()
    .returning({ id: files.id })
  if (inserted.length > 0) return { id: file.id }
  const [known] = await ctx.tx.select().from(files).where(eq(files.id, file.id))
  if (known?.sha256 !== file.sha256 || known.createdBy !== createdBy) throw new DomainError('COMMAND_REUSED')
  return { id: file.id }
}

import { sql } from 'drizzle-orm'
import { actorIdOf, type Ctx } from '../context'
import { DomainError } from '../refusal'
import { authorizeReading } from './load'
import { isVisible } from './match-tasks'

export type StoredFile = { id: string; sha256: string; mediaType: string; byteSize: number }

/** A file that this person sent, that a task they may see shows, or that is the company's logo. Throws NOT_FOUND for any other. */
export async function getFile(ctx: Ctx, input: { id: string }): Promise<StoredFile> {
  authorizeReading(ctx)
  const [file] = await ctx.tx.execute<StoredFile>(sql`
    select f.id, f.sha256, f.media_type as "mediaType", f.byte_size as "byteSize" from files f
    where f.id = ${input.id}::uuid and (f.created_by = ${actorIdOf(ctx.actor)}::uuid
      or exists (select 1 from companies c where c.id = f.company_id and c.logo_file_id = f.id)
      or exists (select 1 from task_photos p join tasks t on t.company_id = p.company_id and t.id = p.task_id
        where p.company_id = f.company_id and p.file_id = f.id and ${isVisible(ctx, 't')})
      or exists (select 1 from task_evidence e join tasks t on t.company_id = e.company_id and t.id = e.task_id
        where e.company_id = f.company_id and e.signature_file_id = f.id and ${isVisible(ctx, 't')}))`)
  if (!file) throw new DomainError('NOT_FOUND')
  return file
}

import { sql } from 'drizzle-orm'
import { appDoor } from '@/server/db/client'

/** Whether this process answers and reaches its database: 200, else 503. */
export async function answerHealth(): Promise<Response> {
  const isReady = await appDoor()
    .inAuthTransaction((tx) => tx.execute(sql`select 1`), { mode: 'read' })
    .then(
      () => true,
      () => false,
    )
  return Response.json(
    { status: isReady ? 'ok' : 'unavailable' },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

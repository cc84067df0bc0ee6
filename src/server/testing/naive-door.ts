import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Tx } from '@/server/db/transaction-handle'

/**
 * The control of the door's tests: an ordinary checkout helper, as found in most projects. Its handle outlives the
 * transaction, it believes every COMMIT, and nothing bounds it. What it does wrong is what the door must not do.
 */
export function createNaiveDoor(url: string, max = 8) {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'naive' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    async inTransaction<T>({ companyId }: { companyId: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
      const client = await pool.connect()
      let failure: Error | undefined
      try {
        await client.query('begin; set local role empreita_app')
        await client.query("select set_config('app.company_id', $1, true)", [companyId])
        const result = await work(drizzle({ client }) as unknown as Tx)
        await client.query('commit')
        return result
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error))
        await client.query('rollback').catch(() => undefined)
        throw error
      } finally {
        client.release(failure && 'code' in failure && failure.code === 'ECONNRESET')
      }
    },
    close: () => pool.end(),
  }
}

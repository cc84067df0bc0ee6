import type { TestProject } from 'vitest/node'
import { dropDatabases, listDatabases, makeDatabase } from '../../../scripts/database/make-database.mjs'
import { setUpDatabase } from '../../../scripts/database/set-up-database'
import { isAbandoned, testDatabaseName, testOwner } from '../../../scripts/database/test-owner.mjs'
import { startThrowAwayCluster } from '../../../scripts/database/throw-away-cluster.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: { adminUrl: string; template: string; owner: string; password: string }
  }
}

/**
 * Once per run: a migrated database that freshDatabase() copies. It stands on the server that TEST_DATABASE_URL names,
 * else on an embedded one that is thrown away. Returns what removes all of it.
 */
export default async function prepareTemplate(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, async stop() {} } : await startThrowAwayCluster()
  const adminUrl = server.url
  const template = testDatabaseName()
  const { owner, password } = testOwner(adminUrl)
  const made: string[] = []
  async function remove(): Promise<void> {
    await dropDatabases(adminUrl, made)
    await server.stop()
  }
  try {
    await dropDatabases(adminUrl, (await listDatabases(adminUrl)).filter(isAbandoned))
    const ownerUrl = await makeDatabase(adminUrl, { owner, password, database: template })
    made.push(template)
    await setUpDatabase({ DATABASE_URL: ownerUrl })
  } catch (error) {
    await remove()
    throw error
  }
  project.provide('testDatabase', { adminUrl, template, owner, password })
  return remove
}

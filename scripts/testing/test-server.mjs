import { startThrowAwayCluster } from '../database/throw-away-cluster.mjs'

/**
 * The database server of one run, started at the first need: the one that TEST_DATABASE_URL names, else an embedded
 * one that is thrown away.
 */
export function testServer() {
  let starting
  async function start() {
    const given = process.env.TEST_DATABASE_URL
    if (given) return { url: given, async stop() {} }
    return startThrowAwayCluster()
  }
  return {
    /** @returns {Promise<string>} the administrator's address */
    async url() {
      starting ??= start()
      return (await starting).url
    },
    async stop() {
      const server = await starting?.catch(() => undefined)
      await server?.stop()
    },
  }
}

import net from 'node:net'

/**
 * @param {string} host where it will be listened on
 * @param {number} [from] the first to try; without it the system chooses
 * @returns {Promise<number>} a TCP port that nobody listens on at this moment
 */
export async function freePort(host, from = 0) {
  for (let port = from; port < from + 100; port++) {
    const found = await tryPort(host, port)
    if (found) return found
  }
  throw new Error(`no free port between ${from} and ${from + 99}`)
}

/** @param {string} host @param {number} port @returns {Promise<number | undefined>} the port, or undefined when taken */
export function tryPort(host, port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen({ host, port }, () => {
      const { port: found } = server.address()
      server.close(() => resolve(found))
    })
  })
}

import { spawn } from 'node:child_process'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const GRACE_MS = 10_000

/**
 * Starts the web server as a group of its own: at Ctrl-C it must end before its database, and only when it is told.
 * @param {{ isDev?: boolean, host?: string, port: number, env: NodeJS.ProcessEnv, output?: number }} options `output`: a
 *   file to write to, instead of the terminal
 */
export function startWebServer({ isDev = false, host, port, env, output }) {
  const endWithParent = `--import=${new URL('end-with-parent.mjs', import.meta.url).href}`
  const address = ['-p', String(port), ...(host ? ['-H', host] : [])]
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', isDev ? 'dev' : 'start', ...address], {
    stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
    detached: process.platform !== 'win32',
    env: { ...env, NODE_OPTIONS: [env.NODE_OPTIONS, endWithParent].filter(Boolean).join(' ') },
  })
  let isOver = false
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => (isOver = true))
  return {
    /** @type {Promise<number>} the exit code, once it has ended */
    ended,
    /** @returns {Promise<boolean>} true when it answers, false when it ended before */
    async answers() {
      while (!isOver) {
        if (await responds(host ?? '127.0.0.1', port)) return true
        await sleep(50)
      }
      return false
    },
    async stop() {
      child.kill('SIGTERM')
      const overdue = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
      await ended
      clearTimeout(overdue)
    },
  }
}

// Any answer will do, whatever its status; a connection alone may come before the server has read its build.
function responds(host, port) {
  return new Promise((resolve) => {
    const request = http.get({ host, port, path: '/', timeout: 5000 }, (response) => {
      response.destroy()
      resolve(true)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

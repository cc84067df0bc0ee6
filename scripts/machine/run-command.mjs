import { spawn } from 'node:child_process'

/**
 * Runs a Node.js program to its end, its output shown.
 * @param {string[]} args file and arguments, as after `node`
 * @param {{ env?: NodeJS.ProcessEnv, interrupted?: AbortSignal, onMessage?: (message: unknown) => void }} [options]
 * @throws {Error} when it ends with another code than 0, or is interrupted
 */
export function runNode(args, options) {
  return runCommand(process.execPath, args, options)
}

/** The same for any program. @param {string} file @param {string[]} args @param {Parameters<typeof runNode>[1]} options */
export function runCommand(file, args, { env, interrupted, onMessage, ...rest } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit', ...(onMessage ? ['ipc'] : [])],
      env: { ...process.env, ...env },
      ...rest,
    })
    const end = () => child.kill('SIGTERM')
    interrupted?.addEventListener('abort', end)
    if (interrupted?.aborted) end()
    if (onMessage) child.on('message', onMessage)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      interrupted?.removeEventListener('abort', end)
      if (code === 0 && !interrupted?.aborted) resolve()
      else reject(Object.assign(new Error(`${args.join(' ')} ended with ${code ?? signal}`), { isChildFailure: true }))
    })
  })
}

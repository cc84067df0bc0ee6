/**
 * Listens, from now on, for whatever asks this process to end, so that it can end what it started, in order.
 * @returns {AbortSignal} aborted at Ctrl-C, SIGTERM, a closed terminal, or when the npm that started it is gone
 */
export function interruption() {
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
  // npm passes a signal to its shell only, and the shell not to us.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && interrupt(), 500).unref()
  return controller.signal
}

import { believeOnlySockets } from './auth/client-address'
import { assertSafeRole } from './db/assert-safe-role'
import { appDoor, closeDoors } from './db/client'
import { startWorker, type Worker } from './jobs/worker'
import { describeFailure, log } from './log'

/**
 * Checks that row security binds this process, starts the job worker, and ends both on SIGTERM and SIGINT. A process that
 * may not serve exits with code 1 and says why.
 */
export async function startServing(): Promise<void> {
  try {
    believeOnlySockets()
    await assertSafeRole(appDoor())
    const worker = process.env.EMPREITA_WORKER === 'off' ? null : await startWorker((message) => log.warn(message))
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stopServing(worker))
  } catch (failure) {
    log.fatal(
      { failure: describeFailure(failure) },
      failure instanceof Error ? failure.message : 'the server cannot start',
    )
    process.exit(1)
  }
}

async function stopServing(worker: Worker | null): Promise<void> {
  try {
    await worker?.stop()
    await closeDoors()
  } catch (failure) {
    log.error({ failure: describeFailure(failure) }, 'the server did not stop cleanly')
  }
}

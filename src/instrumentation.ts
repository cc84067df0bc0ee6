/** Runs once when the server starts: refuses to serve unsafely, and takes jobs in this process unless EMPREITA_WORKER=off. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServing } = await import('@/server/start-serving')
  await startServing()
}

import { eq } from 'drizzle-orm'
import { simulatedNfse } from '@/server/db/tables/simulated-nfse'
import type { Ctx } from '../context'

/** What the simulated authority keeps of an accepted document. */
export type SimulatedNfse = { dpsId: string; digest: string; number: string; accessKey: string; acceptedAt: Date }

/** The document that the simulated authority accepted under a DPS id, or null. */
export async function recallSimulatedNfse(ctx: Ctx, dpsId: string): Promise<SimulatedNfse | null> {
  const [kept] = await ctx.tx.select(remembered).from(simulatedNfse).where(eq(simulatedNfse.dpsId, dpsId))
  return kept ?? null
}

const remembered = {
  dpsId: simulatedNfse.dpsId,
  digest: simulatedNfse.digest,
  number: simulatedNfse.nfseNumber,
  accessKey: simulatedNfse.accessKey,
  acceptedAt: simulatedNfse.acceptedAt,
}

import { simulatedNfse } from '@/server/db/tables/simulated-nfse'
import type { Ctx } from '../context'
import { recallSimulatedNfse, type SimulatedNfse } from './recall-simulated-nfse'

/** Keeps an accepted document unless its DPS id is taken; answers the one that is kept, which is the only one. */
export async function keepSimulatedNfse(ctx: Ctx, document: Omit<SimulatedNfse, 'acceptedAt'>): Promise<SimulatedNfse> {
  const { number: nfseNumber, ...rest } = document
  const kept = { ...document, acceptedAt: ctx.now }
  const inserted = await ctx.tx
    .insert(simulatedNfse)
    .values({ ...rest, nfseNumber, acceptedAt: ctx.now })
    .onConflictDoNothing({ target: [simulatedNfse.companyId, simulatedNfse.dpsId] })
    .returning({ dpsId: simulatedNfse.dpsId })
  if (inserted.length > 0) return kept
  return (await recallSimulatedNfse(ctx, document.dpsId)) ?? kept
}

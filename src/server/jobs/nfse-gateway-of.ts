import { cancelSimulatedNfse } from '@/server/domain/nfse/cancel-simulated-nfse'
import { keepSimulatedNfse } from '@/server/domain/nfse/keep-simulated-nfse'
import { recallSimulatedNfse } from '@/server/domain/nfse/recall-simulated-nfse'
import type { NfseGateway } from '@/server/gateways/nfse/nfse-gateway'
import { dispositionFrom } from '@/server/gateways/nfse/simulated-disposition'
import { type SimulatedMemory, simulatedNfseGateway } from '@/server/gateways/nfse/simulated-nfse-gateway'
import type { JobRun } from './job-run'

/** The authority for one run of a job: the simulated one, whose memory has transactions of its own. */
export function nfseGatewayOf({ transaction }: Pick<JobRun, 'transaction'>): NfseGateway {
  const memory: SimulatedMemory = {
    find: (dpsId) => transaction((ctx) => recallSimulatedNfse(ctx, dpsId)),
    keep: (note) => transaction((ctx) => keepSimulatedNfse(ctx, note)),
    cancel: (accessKey, code) => transaction((ctx) => cancelSimulatedNfse(ctx, accessKey, code)),
  }
  return simulatedNfseGateway(memory, { disposition: dispositionFrom(process.env.EMPREITA_NFSE_SIMULATION) })
}

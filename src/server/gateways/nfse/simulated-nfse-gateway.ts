import { setTimeout as sleep } from 'node:timers/promises'
import type { AcceptedNote, NfseDocument, NfseGateway } from './nfse-gateway'
import { simulatedAccessKey } from './simulated-access-key'
import { dispositionOf, type SimulatedDisposition } from './simulated-disposition'

/** A document in the memory of the simulated authority. */
export type RememberedNote = { dpsId: string; digest: string; number: string; accessKey: string; acceptedAt: Date }

/** Where the simulated authority keeps what it accepted, so that a restart of the product does not make it forget. */
export type SimulatedMemory = {
  find: (dpsId: string) => Promise<RememberedNote | null>
  /** Keeps the note unless one has its DPS id already; answers the one that is kept. */
  keep: (note: Omit<RememberedNote, 'acceptedAt'>) => Promise<RememberedNote>
  /** Marks a note as cancelled, once; answers when that was and whether it is new, or null when there is no such note. */
  cancel: (accessKey: string, code: number) => Promise<{ at: Date; isNew: boolean } | null>
}

export type SimulationOptions = {
  /** What happens to a document without a mark of its own; see simulated-disposition.ts. */
  disposition?: SimulatedDisposition
  slowMs?: number
}

/**
 * An authority that exists only in this product: it numbers, remembers and answers like the real one, and shows every
 * state that a note can be in. `disposition` says how it behaves; a mark in the note's text says it for one note.
 */
export function simulatedNfseGateway(memory: SimulatedMemory, options: SimulationOptions = {}): NfseGateway {
  const { disposition = 'authorise', slowMs = 3_000 } = options
  return {
    visibilityMs: 0,
    async send(document, digest, signal) {
      const behaves = dispositionOf(document.text) ?? disposition
      if (behaves === 'slow') await sleep(slowMs, undefined, { signal })
      if (behaves === 'unreachable') return { outcome: 'unknown', detail: 'connection refused' }
      if (behaves === 'reject') return rejection
      const note = accepted(await memory.keep(noteFor(document, digest)))
      return behaves === 'loseAnswer' ? { outcome: 'unknown', detail: 'time-out' } : note
    },
    async query(dpsId) {
      if (disposition === 'unreachable') return { outcome: 'unknown', detail: 'connection refused' }
      const note = await memory.find(dpsId)
      return note ? accepted(note) : { outcome: 'notFound' }
    },
    async cancel({ accessKey, code, text }) {
      const behaves = dispositionOf(text) ?? disposition
      if (behaves === 'unreachable') return { outcome: 'unknown', detail: 'connection refused' }
      if (behaves === 'refuseCancellation') return cancellationRefusal
      const cancelled = await memory.cancel(accessKey, code)
      if (cancelled === null) return { outcome: 'rejected', code: 'E0802', message: 'NFS-e não encontrada.' }
      if (behaves === 'loseAnswer' && cancelled.isNew) return { outcome: 'unknown', detail: 'time-out' }
      return { outcome: 'accepted', at: cancelled.at }
    },
  }
}

// Texts of the national layout (Anexo I, E0240; Anexo II, E0822).
const rejection = {
  outcome: 'rejected',
  code: 'E0240',
  message:
    'O CEP informado para o endereço nacional do tomador do serviço não existe ou não pertence ao município do endereço do tomador.',
} as const
const cancellationRefusal = {
  outcome: 'rejected',
  code: 'E0822',
  message: 'O prazo para o cancelamento da NFS-e expirou, conforme parametrização do município de incidência do ISSQN.',
} as const

const accepted = ({ number, accessKey, acceptedAt, digest }: RememberedNote): AcceptedNote => ({
  outcome: 'accepted',
  number,
  accessKey,
  at: acceptedAt,
  digest,
})

function noteFor(document: NfseDocument, digest: string): Omit<RememberedNote, 'acceptedAt'> {
  const { dpsId, number } = document
  return { dpsId, digest, number: String(number), accessKey: simulatedAccessKey(document) }
}

import { describe, expect, it } from 'vitest'
import type { NfseDocument } from './nfse-gateway'
import { checkDigit, simulatedAccessKey } from './simulated-access-key'
import { dispositionFrom, dispositionOf } from './simulated-disposition'
import {
  type RememberedNote,
  type SimulatedMemory,
  type SimulationOptions,
  simulatedNfseGateway,
} from './simulated-nfse-gateway'

const at = new Date('2026-11-24T12:00:00Z')
const signal = new AbortController().signal

function memory(): SimulatedMemory & { notes: Map<string, RememberedNote> } {
  const notes = new Map<string, RememberedNote>()
  const cancelled = new Map<string, Date>()
  return {
    notes,
    find: async (dpsId) => notes.get(dpsId) ?? null,
    keep: async (note) => {
      const kept = notes.get(note.dpsId) ?? { ...note, acceptedAt: at }
      notes.set(note.dpsId, kept)
      return kept
    },
    cancel: async (accessKey) => {
      if (![...notes.values()].some((note) => note.accessKey === accessKey)) return null
      const isNew = !cancelled.has(accessKey)
      cancelled.set(accessKey, at)
      return { at, isNew }
    },
  }
}

const document = (fields: Partial<NfseDocument> = {}): NfseDocument => ({
  dpsId: 'DPS1',
  series: 1,
  number: 7,
  emitterMunicipality: '3509502',
  providerTaxId: '11222333000181',
  recipient: { taxId: null, name: 'Condomínio' },
  nationalServiceCode: '140601',
  placeOfIncidence: '3509502',
  competenceOn: '2026-11-24',
  issuedAt: at.toISOString(),
  text: 'Pedido 1',
  totalCents: 100,
  issCents: 5,
  netCents: 100,
  replacesAccessKey: null,
  ...fields,
})

function authority(options: SimulationOptions = {}) {
  const kept = memory()
  return { kept, gateway: simulatedNfseGateway(kept, options) }
}

describe('the simulated authority', () => {
  it('answers a repeated DPS id with the one note, whatever comes with it', async () => {
    const { kept, gateway } = authority()
    const first = await gateway.send(document(), 'a', signal)
    const second = await gateway.send(document({ totalCents: 999 }), 'b', signal)
    expect(second).toEqual(first)
    expect([first, kept.notes.size]).toEqual([
      expect.objectContaining({ outcome: 'accepted', number: '7', digest: 'a' }),
      1,
    ])
    expect(await gateway.query('DPS1', signal)).toEqual(first)
    expect(await gateway.query('DPS2', signal)).toEqual({ outcome: 'notFound' })
  })

  it('rejects without creating anything', async () => {
    const { kept, gateway } = authority({ disposition: 'reject' })
    expect(await gateway.send(document(), 'a', signal)).toMatchObject({ outcome: 'rejected', code: 'E0240' })
    expect(kept.notes.size).toBe(0)
  })

  it('loses an answer after creating the note', async () => {
    const { gateway } = authority({ disposition: 'loseAnswer' })
    expect(await gateway.send(document(), 'a', signal)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.query('DPS1', signal)).toMatchObject({ outcome: 'accepted' })
  })

  it('is out of reach, for questions too', async () => {
    const { kept, gateway } = authority({ disposition: 'unreachable' })
    expect(await gateway.send(document(), 'a', signal)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.query('DPS1', signal)).toMatchObject({ outcome: 'unknown' })
    expect(kept.notes.size).toBe(0)
  })

  it('takes its time', async () => {
    const { gateway } = authority({ disposition: 'slow', slowMs: 20 })
    const begun = performance.now()
    expect(await gateway.send(document(), 'a', signal)).toMatchObject({ outcome: 'accepted' })
    expect(performance.now() - begun).toBeGreaterThan(15)
  })

  it('lets a mark in the text of one note win', async () => {
    const { gateway } = authority({ disposition: 'reject' })
    expect(await gateway.send(document({ text: 'Visita [simular: autorizar]' }), 'a', signal)).toMatchObject({
      outcome: 'accepted',
    })
  })

  it('cancels once and answers the same again; refuses where it is told to', async () => {
    const { gateway } = authority()
    const sent = await gateway.send(document(), 'a', signal)
    const accessKey = sent.outcome === 'accepted' ? sent.accessKey : ''
    const ask = (text: string) => gateway.cancel({ accessKey, code: 9, text }, signal)
    expect(await ask('[simular: recusar cancelamento]')).toMatchObject({ outcome: 'rejected', code: 'E0822' })
    expect(await ask('[simular: perder resposta]')).toMatchObject({ outcome: 'unknown' })
    expect(await ask('[simular: perder resposta]')).toEqual({ outcome: 'accepted', at })
    expect(await gateway.cancel({ accessKey: 'x', code: 1, text: '' }, signal)).toMatchObject({ outcome: 'rejected' })
  })
})

it('reads marks and settings, and no others', () => {
  expect([dispositionOf('a [Simular: Rejeitar] b'), dispositionOf('[simular: outra]'), dispositionOf('nada')]).toEqual([
    'reject',
    null,
    null,
  ])
  expect([dispositionFrom(undefined), dispositionFrom('slow')]).toEqual(['authorise', 'slow'])
  expect(() => dispositionFrom('maybe')).toThrow(TypeError)
})

it('makes access keys of 50 characters with a check digit, the same for the same DPS', () => {
  const key = simulatedAccessKey(document())
  expect(key).toMatch(/^3509502221122233300018100000000000072611\d{10}$/)
  expect([key.length, simulatedAccessKey(document()), Number(key.at(-1))]).toEqual([
    50,
    key,
    checkDigit(key.slice(0, -1)),
  ])
})

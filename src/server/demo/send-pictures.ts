import { createHash } from 'node:crypto'
import { uuidv7 } from '@/lib/uuid'
import { storageKey } from '@/server/api/storage-key'
import { createFile } from '@/server/domain/tasks/create-file'
import { cleanPicture } from '@/server/gateways/storage/clean-picture'
import { openStorage } from '@/server/gateways/storage/open-storage'
import { drawnPhoto, drawnSignature } from './drawn-pictures'
import type { SentPictures } from './evidence-of-service'
import type { ClimateCompany } from './open-companies'
import type { Technician } from './order-plan'

const PHOTOS = 6

/** Draws some photos and signatures, and sends them as the technicians' devices do. Few, for many tasks show the same. */
export async function sendPictures(company: ClimateCompany, at: Date): Promise<SentPictures> {
  return {
    technician: await sendAs('technician', 0),
    secondTechnician: await sendAs('secondTechnician', 1),
  }

  async function sendAs(technician: Technician, variant: number) {
    const photos: string[] = []
    for (let n = 0; n < PHOTOS; n += 1) photos.push(await send(technician, await drawnPhoto(n * 2 + variant)))
    return { photos, signature: await send(technician, await drawnSignature(variant)) }
  }

  async function send(technician: Technician, drawn: Buffer): Promise<string> {
    const picture = await cleanPicture(drawn)
    if (!picture) throw new Error('what was drawn is no picture')
    const { bytes, thumbnail, mediaType } = picture
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await openStorage().put(storageKey(company.companyId, sha256, true), thumbnail)
    await openStorage().put(storageKey(company.companyId, sha256), bytes)
    const file = { id: uuidv7(), sha256, mediaType, byteSize: bytes.byteLength }
    return (await company.as(technician, at, (ctx) => createFile(ctx, file))).id
  }
}

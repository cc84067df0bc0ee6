import { z } from 'zod'
import { openTar, sha256Of } from './tar-file'

const FORMAT = 1
export const MANIFEST = 'manifest.json'
const SEAL = 'manifest.sha256'

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  product: z.literal('empreita'),
  productVersion: z.string(),
  takenAt: z.iso.datetime(),
  postgresVersion: z.string(),
  /** Hashes of the migrations that the database had, in order. */
  migrations: z.array(z.string()).min(1),
  companies: z.number().int(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      /** Paths whose contents, one after the other, are one gzip stream of PostgreSQL's COPY text. */
      parts: z.array(z.string()),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  jobs: z.number().int(),
  files: z.array(z.object({ key: z.string(), path: z.string() })),
  entries: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
})

/** What a backup says about itself. */
export type BackupManifest = z.infer<typeof manifestSchema>

type Tar = Awaited<ReturnType<typeof openTar>>

/** The last two entries of an archive: what it holds, and the checksum of that. */
export function manifestEntries(manifest: Omit<BackupManifest, 'format' | 'product'>): [string, Buffer][] {
  const text = Buffer.from(JSON.stringify({ format: FORMAT, product: 'empreita', ...manifest }, null, 1))
  return [
    [MANIFEST, text],
    [SEAL, Buffer.from(`${sha256Of(text)}\n`)],
  ]
}

/**
 * Opens a backup and checks every byte of it against the checksums that it carries, before anybody touches a database.
 * Rejects with an Error that says what is wrong with the file. The caller closes `tar`.
 */
export async function openBackup(file: string): Promise<{ tar: Tar; manifest: BackupManifest }> {
  const tar = await openTar(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) throw new Error(`${file} cannot be read: ${error.message}`)
    throw new Error(`${file} is not a whole backup: ${error instanceof Error ? error.message : String(error)}`)
  })
  try {
    const manifest = await readManifest(tar, file)
    for (const { path, sha256 } of manifest.entries) {
      if (sha256Of(await tar.read(path)) !== sha256)
        throw new Error(`${file} is damaged: ${path} is not what was written`)
    }
    return { tar, manifest }
  } catch (error) {
    await tar.close()
    throw error
  }
}

async function readManifest(tar: Tar, file: string): Promise<BackupManifest> {
  if (!tar.entries.has(MANIFEST) || !tar.entries.has(SEAL)) throw new Error(`${file} is not a whole backup of Empreita`)
  const text = await tar.read(MANIFEST)
  if ((await tar.read(SEAL)).toString().trim() !== sha256Of(text)) throw new Error(`${file} is damaged: ${MANIFEST}`)
  const read = manifestSchema.safeParse(JSON.parse(text.toString()))
  if (!read.success)
    throw new Error(`${file} was made by another version of Empreita, which writes backups in another way`)
  return read.data
}

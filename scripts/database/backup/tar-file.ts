import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/** What lies in an archive, and where. `bytes` is its size. */
export type TarEntry = { path: string; bytes: number; offset: number }

const BLOCK = 512
const SIZE_AT = 124
const CHECKSUM_AT = 148
const MAGIC_AT = 257
const LONGEST_PATH = 100

/** Writes an archive that any `tar` opens (POSIX ustar): ordinary files with short names, in the order in which they are added. */
export async function createTar(file: string) {
  // Everything of every company is in it.
  const handle = await open(file, 'wx', 0o600)
  const written: { path: string; bytes: number; sha256: string }[] = []
  return {
    /** Path, size and SHA-256 of what was added so far. */
    written,
    async add(path: string, content: Uint8Array): Promise<void> {
      await handle.write(headerOf(path, content.length))
      await handle.write(content)
      await handle.write(Buffer.alloc(padding(content.length)))
      written.push({ path, bytes: content.length, sha256: sha256Of(content) })
    },
    /** Ends the archive; it is on disk when this resolves. */
    async finish(): Promise<void> {
      await handle.write(Buffer.alloc(2 * BLOCK))
      await handle.sync()
      await handle.close()
    },
    /** Gives the file back without ending the archive. */
    abandon: () => handle.close(),
  }
}

/** Opens an archive of createTar. Rejects with an Error when its end is missing or a header is damaged. */
export async function openTar(file: string) {
  const handle = await open(file, 'r')
  try {
    const entries = new Map((await listEntries(handle)).map((entry) => [entry.path, entry]))
    return {
      entries,
      /** The content of one entry. Rejects with an Error when there is none. */
      async read(path: string): Promise<Buffer> {
        const entry = entries.get(path)
        if (!entry) throw new Error(`${path} is missing in the archive`)
        return readAt(handle, entry.offset, entry.bytes)
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function headerOf(path: string, bytes: number): Buffer {
  if (Buffer.byteLength(path) > LONGEST_PATH) throw new RangeError(`too long a name for the archive: ${path}`)
  const header = Buffer.alloc(BLOCK)
  header.write(path, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${octal(bytes, 11)} `, SIZE_AT)
  header.write(`${octal(Math.floor(Date.now() / 1000), 11)} `, 136)
  header.write('        ', CHECKSUM_AT)
  header.write('0', 156)
  header.write('ustar\x0000', MAGIC_AT)
  header.write(`${octal(sumOf(header), 6)}\0 `, CHECKSUM_AT)
  return header
}

async function listEntries(handle: FileHandle): Promise<TarEntry[]> {
  const entries: TarEntry[] = []
  for (let at = 0; ; ) {
    const header = await readAt(handle, at, BLOCK)
    if (header.every((byte) => byte === 0)) return entries
    const stated = header.subarray(CHECKSUM_AT, CHECKSUM_AT + 6).toString('latin1')
    header.fill(' ', CHECKSUM_AT, CHECKSUM_AT + 8)
    if (Number.parseInt(stated, 8) !== sumOf(header)) throw new Error('the archive is damaged')
    const bytes = Number.parseInt(header.subarray(SIZE_AT, SIZE_AT + 11).toString('latin1'), 8)
    const end = header.indexOf(0)
    entries.push({ path: header.toString('utf8', 0, Math.min(end, LONGEST_PATH)), bytes, offset: at + BLOCK })
    at += BLOCK + bytes + padding(bytes)
  }
}

async function readAt(handle: FileHandle, offset: number, bytes: number): Promise<Buffer> {
  const content = Buffer.alloc(bytes)
  const { bytesRead } = await handle.read(content, 0, bytes, offset)
  if (bytesRead < bytes) throw new Error('the archive ends too early')
  return content
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
const padding = (bytes: number) => (BLOCK - (bytes % BLOCK)) % BLOCK
const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0)

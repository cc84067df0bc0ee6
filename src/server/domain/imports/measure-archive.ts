import { inflateRawSync } from 'node:zlib'

const CENTRAL_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_OF_ARCHIVE = 0x06054b50
const END_LENGTH = 22
const MOST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

/**
 * How many bytes a ZIP unpacks to, by unpacking it: what its headers say of it may be a lie. Null when it is broken, encrypted,
 * has more than `mostEntries` files, or unpacks to more than `mostBytes`; never unpacks further than that.
 */
export function measureArchive(bytes: Buffer, limits: { mostEntries: number; mostBytes: number }): number | null {
  try {
    const entries = entriesOf(bytes, limits.mostEntries)
    let total = 0
    for (const entry of entries ?? []) {
      const packed = packedBytes(bytes, entry)
      total +=
        entry.method === STORED
          ? packed.byteLength
          : inflateRawSync(packed, { maxOutputLength: limits.mostBytes - total + 1 }).byteLength
      if (total > limits.mostBytes) return null
    }
    return entries && total
  } catch {
    return null
  }
}

type Entry = { method: number; packedSize: number; offset: number }

function entriesOf(bytes: Buffer, mostEntries: number): Entry[] | null {
  const end = endOf(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0 || count > mostEntries) return null
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== CENTRAL_ENTRY) return null
    const [isEncrypted, method] = [bytes.readUInt16LE(at + 8) & 1, bytes.readUInt16LE(at + 10)]
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) return null
    entries.push({ method, packedSize: bytes.readUInt32LE(at + 20), offset: bytes.readUInt32LE(at + 42) })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.byteLength - END_LENGTH - MOST_COMMENT)
  for (let at = bytes.byteLength - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END_OF_ARCHIVE) return at
  }
  return null
}

function packedBytes(bytes: Buffer, { offset, packedSize }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw new RangeError('no file where the archive says')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.byteLength) throw new RangeError('a file reaches beyond its archive')
  return bytes.subarray(start, start + packedSize)
}

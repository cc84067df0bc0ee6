import sharp from 'sharp'

export type CleanPicture = { bytes: Uint8Array; thumbnail: Uint8Array; mediaType: 'image/jpeg' | 'image/png' }

const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 2_000
const THUMBNAIL_SIDE = 320

/**
 * A picture made anew from what was sent, or null when that is no JPEG, PNG or WebP by its content. The new one is turned
 * upright, at most 2,000 pixels long, and holds nothing but pixels: no place, no device, nothing hidden behind the image.
 */
export async function cleanPicture(sent: Uint8Array): Promise<CleanPicture | null> {
  const kind = kindOf(sent)
  if (kind === null) return null
  const source = sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 }).rotate()
  const asPng = kind === 'png'
  const sized = (side: number) => {
    const picture = source.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    return asPng ? picture.png().toBuffer() : picture.flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer()
  }
  try {
    const bytes = await sized(LONGEST_SIDE)
    return { bytes, thumbnail: await sized(THUMBNAIL_SIDE), mediaType: asPng ? 'image/png' : 'image/jpeg' }
  } catch {
    // Damaged, or larger than it says: whatever it is, it is no picture to keep.
    return null
  }
}

function kindOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  return head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' ? 'webp' : null
}

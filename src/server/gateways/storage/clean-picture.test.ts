import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanPicture } from './clean-picture'

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } })

describe('a picture made anew', () => {
  it('is turned upright, made smaller, and carries no place or device', async () => {
    const sent = await blank(3000, 1500)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Make: 'Fone' }, IFD3: { GPSLatitude: '22/1 54/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(sent.includes('Fone')).toBe(true)
    const picture = await cleanPicture(sent)
    const { width, height, exif, orientation } = await sharp(picture?.bytes).metadata()
    expect({ width, height, exif, orientation }).toEqual({
      width: 1000,
      height: 2000,
      exif: undefined,
      orientation: undefined,
    })
    expect((await sharp(picture?.thumbnail).metadata()).height).toBe(320)
  })

  it('drops what is hidden behind the image', async () => {
    const sent = Buffer.concat([await blank(10, 10).png().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    const picture = await cleanPicture(sent)
    expect(picture?.mediaType).toBe('image/png')
    expect(Buffer.from(picture?.bytes ?? []).includes('script')).toBe(false)
  })

  it.each([
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a page', Buffer.from('<!doctype html><p>')],
    ['a truncated picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['nothing', Buffer.alloc(0)],
  ])('is refused for %s', async (_, sent) => {
    expect(await cleanPicture(sent)).toBeNull()
  })
})

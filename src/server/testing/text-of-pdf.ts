import { inflateSync } from 'node:zlib'

/**
 * The text of a PDF as this product prints them, page by page: its fonts are subsets whose letters stand in a table of their
 * own, so the drawing instructions are read through it.
 */
export function textOfPdf(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf))
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map(({ head }) => {
    const resources = objects.get(numberIn(head, /\/Resources (\d+) 0 R/))?.head ?? head
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, lettersOf(objects, Number(id))]),
    )
    const drawing = objects.get(numberIn(head, /\/Contents (\d+) 0 R/))?.stream ?? ''
    return drawnText(drawing, fonts)
  })
}

type PdfObject = { head: string; stream: string }

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1')
  return new Map(
    [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body = '']) => {
      const [head = '', rest = ''] = body.split('stream\n')
      const raw = Buffer.from(rest.replace(/\nendstream$/, ''), 'latin1')
      const isDeflated = head.includes('FlateDecode') && !head.includes('/Subtype /Image')
      return [Number(id), { head, stream: isDeflated ? inflateSync(raw).toString('latin1') : '' }]
    }),
  )
}

function lettersOf(objects: Map<number, PdfObject>, font: number): string[] {
  const table = objects.get(numberIn(objects.get(font)?.head ?? '', /\/ToUnicode (\d+) 0 R/))?.stream ?? ''
  return [...table.matchAll(/\[([^\]]*)\]/g)].flatMap(([, range = '']) =>
    [...range.matchAll(/<([^>]*)>/g)].map(([, codes = '']) =>
      codes
        .trim()
        .split(/\s+/)
        .flatMap((code) => (code.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))))
        .join(''),
    ),
  )
}

function drawnText(drawing: string, fonts: Map<string, string[]>): string {
  let letters: string[] = []
  const words = [...drawing.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)].map(
    ([, font, shown = '']) => {
      if (font) letters = fonts.get(font) ?? []
      const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      return glyphs.map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '').join('')
    },
  )
  return words.filter(Boolean).join(' ')
}

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? -1)

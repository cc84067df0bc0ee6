import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync } from 'node:zlib'

const PACKAGE = 'node_modules/@sparticuz/chromium'

/**
 * Unpacks the Chromium that comes inside an npm package, for machines that can get no other.
 * @returns {Promise<{ file: string, source: string, environments: Record<string, string>[] } | undefined>} undefined
 *   where the package does not fit; `environments` are to be tried in order: with the system's libraries, with its own
 */
export async function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(PACKAGE)) return undefined
  const { version } = JSON.parse(fs.readFileSync(`${PACKAGE}/package.json`, 'utf8'))
  const folder = path.resolve('.data', `chromium-${version}`)
  const file = path.join(folder, 'chromium')
  if (!fs.existsSync(path.join(folder, 'unpacked'))) await unpack(folder, file)
  // Without any font a text has no size, and Playwright takes the button for invisible.
  const fonts = fs.existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }
  const libraries = { LD_LIBRARY_PATH: path.join(folder, 'lib') }
  return { file, source: `@sparticuz/chromium ${version}`, environments: [fonts, { ...fonts, ...libraries }] }
}

async function unpack(folder, file) {
  const { extract } = await import('tar-fs')
  const read = (name) => brotliDecompressSync(fs.readFileSync(path.join(PACKAGE, 'bin', name)))
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(file, read('chromium.br'), { mode: 0o755 })
  for (const name of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    await pipeline(Readable.from([read(name)]), extract(folder))
  }
  const places = `<dir>${path.join(folder, 'fonts')}</dir><cachedir>${path.join(folder, 'cache')}</cachedir>`
  fs.writeFileSync(path.join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`)
  // Written last: a folder without it was cut off half-way.
  fs.writeFileSync(path.join(folder, 'unpacked'), '')
}

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** @param {string} file @returns {string} 256 random bits, made the first time and the same ever after */
export function storedSecret(file) {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    // Renamed into place: a process that is killed meanwhile leaves no empty secret.
    fs.writeFileSync(`${file}.new`, randomBytes(32).toString('base64url'), { mode: 0o600 })
    fs.renameSync(`${file}.new`, file)
  }
  return fs.readFileSync(file, 'utf8')
}

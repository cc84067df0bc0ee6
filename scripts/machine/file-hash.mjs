import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * @param {string[]} places files and folders; a missing one counts as empty
 * @param {(file: string) => boolean} [counts] which files of a folder count
 * @returns {string} a hash of their names and contents
 */
export function hashFiles(places, counts = () => true) {
  const hash = createHash('sha256')
  const add = (place) => {
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const name of fs.readdirSync(place).sort()) add(path.join(place, name))
    else if (stat && counts(place)) hash.update(`${place}\0${stat.size}\0`).update(fs.readFileSync(place))
  }
  for (const place of places) add(place)
  return hash.digest('hex')
}

/** @param {string} file @returns {string} its text; '' when it is missing */
export function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}

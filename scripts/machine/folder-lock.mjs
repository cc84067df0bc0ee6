import fs from 'node:fs'
import path from 'node:path'
import { isAlive, startOf } from './process-identity.mjs'

/**
 * Takes a folder for this process alone. A lock whose process is gone, killed or of an earlier boot, counts for nothing.
 * @param {string} file the lock file
 * @returns {(() => void) | undefined} what gives it back; undefined when another running process has it
 */
export function lockFolder(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) })
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, mine)
  try {
    for (;;) {
      if (link(draft, file)) return () => readLock(file) === mine && fs.rmSync(file, { force: true })
      const found = readLock(file)
      if (found && isHeld(found)) return undefined
      removeStale(file, found)
    }
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

// A link appears with its content or not at all, and never over another one.
function link(from, to) {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isHeld(lock) {
  try {
    const { pid, start } = JSON.parse(lock)
    return isAlive(pid) && startOf(pid) === start
  } catch {
    return false
  }
}

// Between looking and removing, another process may have replaced it: then what was taken away goes back.
function removeStale(file, seen) {
  const aside = `${file}.stale.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (readLock(aside) !== seen) link(aside, file)
  fs.rmSync(aside, { force: true })
}

function readLock(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

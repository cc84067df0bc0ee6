import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** @param {number} pid @returns {boolean} whether a process of that number runs; one that ended unreaped does not */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return statFields(pid)?.[0] !== 'Z'
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Tells a process from a later one that was given the same number: after a restart of the machine they repeat.
 * @param {number} pid
 * @returns {string} when it started, in the system's own terms; '' where the system does not say
 */
export function startOf(pid) {
  if (process.platform === 'win32') return ''
  const fields = statFields(pid)
  if (fields) return `${bootId()}/${fields[19]}`
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** @param {number} pid @returns {string | undefined} its command line; undefined where the system does not say */
export function commandOf(pid) {
  if (process.platform === 'win32') return undefined
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
  }
}

function bootId() {
  return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8)
}

// What Linux says of a process, from its state on (field 3 of proc(5)): the name before it may hold spaces.
function statFields(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** @param {number} pid @returns {boolean} whether a process of that number exists */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
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
  try {
    // The name in parentheses may hold spaces, so count from its end: field 22 of proc(5).
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${bootId()}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  }
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

import type { Refusal } from '@/contract/errors'
import type { Role } from '@/contract/permissions'

// What most guessed passwords are made of, in Portuguese and English, beside the words of the person and the company.
const COMMON_WORDS = new Set(
  `senha password admin administrador mudar trocar teste brasil empreita empresa bemvindo welcome qwerty qwertyuiop asdfghjkl
  letmein iloveyou flamengo corinthians palmeiras deus jesus familia amor usuario master secret segredo contrasenha acesso
  abcdef abcdefgh sistema janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro verao inverno`.split(
    /\s+/,
  ),
)
const SEQUENCES = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]
const FEWEST_DIFFERENT_CHARACTERS = 5

/**
 * Reasons against a new password: too easy when it is little else than common words, words of the person or the company,
 * sequences and repetitions. `ownWords` are names and addresses in any form.
 */
export function refusalsToPassword(password: string, ownWords: readonly string[]): Refusal[] {
  const text = folded(password)
  const own = ownWords.flatMap((words) => folded(words).split(/[^a-z0-9]+/)).filter((word) => word.length >= 3)
  const words = [...COMMON_WORDS, ...own].sort((a, b) => b.length - a.length)
  const rest = words.reduce((left, word) => left.split(word).join(' '), text)
  const letters = rest.replace(/[^a-z0-9]/g, '').replace(/\d+/g, (digits) => digits.slice(0, 4))
  const isEasy =
    new Set(text).size < FEWEST_DIFFERENT_CHARACTERS ||
    SEQUENCES.some((sequence) => sequence.includes(text)) ||
    (rest !== text && letters.length < 8) ||
    /^\d+$/.test(text)
  return isEasy ? [{ code: 'PASSWORD_TOO_COMMON', field: 'password' }] : []
}

/** A member as the rule needs it: roles while active, none when disabled. */
export type Administration = { userId: string; roles: readonly Role[] }

/** Reasons against leaving `userId` with `roles` (none when disabled): a company keeps at least one active administrator. */
export function refusalsToLeaveAdministration(
  administrators: readonly Administration[],
  userId: string,
  roles: readonly Role[],
): Refusal[] {
  if (roles.includes('admin')) return []
  const others = administrators.filter((member) => member.userId !== userId)
  const isAdministrator = administrators.length > others.length
  return isAdministrator && others.length === 0 ? [{ code: 'LAST_ADMINISTRATOR' }] : []
}

/** Reasons against showing a link to set this person's password to whoever asks for it. */
export function refusalsToShowPasswordLink(worksElsewhere: boolean): Refusal[] {
  return worksElsewhere ? [{ code: 'PERSON_WORKS_ELSEWHERE' }] : []
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

import type { CurrentSession } from '@/contract/session'

const beginning = 'empreita.of.'

/** The beginning of the names of what one person keeps of one company on this device: drafts, recent records. */
export function keyOfPerson({ company, email, name }: Pick<CurrentSession, 'company' | 'email' | 'name'>): string {
  return `${beginning}${company.id}.${email ?? name}`
}

/** Forgets what people typed and opened here, on sign-out: the next person at this device finds nothing of it. */
export function forgetPeople(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(beginning)) localStorage.removeItem(key)
}

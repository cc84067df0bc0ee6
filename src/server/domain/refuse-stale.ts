import { DomainError } from './refusal'

/** Throws VERSION_CONFLICT when somebody else saved the record since the caller read it (E13). */
export function refuseStale(stored: { version: number }, seen: { version: number }): void {
  if (stored.version === seen.version) return
  const reason = { code: 'VERSION_CONFLICT', action: { kind: 'reload' } } as const
  throw new DomainError('VERSION_CONFLICT', { stored: stored.version, seen: seen.version }, [reason])
}

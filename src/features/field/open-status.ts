import type { TaskStatus } from '@/contract/tasks'

// The contract's own question would bring all its schemas to the phone.
const closed: readonly TaskStatus[] = ['concluded', 'cancelled']

/** Still work to do. */
export const isOpen = ({ status }: { status: TaskStatus }): boolean => !closed.includes(status)

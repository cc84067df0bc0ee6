import type { Refusal, RefusalData } from '@/contract/errors'
import { isUnknownOutcome, refusalOf } from '@/trpc/refusal-of'
import { fieldClient } from './field-client'
import type { FieldCommand } from './field-command'

/** What became of sending a command. `unreachable`: its effect is unknown, the same id is sent again. */
export type Answer =
  | { outcome: 'done'; concludedIds?: string[] }
  | { outcome: 'refused'; refusal: RefusalData | null }
  | { outcome: 'unreachable' | 'signedOut' }

/** Sends one command under its own id. Never rejects. */
export async function sendCommand(command: FieldCommand): Promise<Answer> {
  try {
    return await call(command)
  } catch (error) {
    const refusal = refusalOf(error)
    if (isUnknownOutcome(error) || refusal?.code === 'TOO_MANY_REQUESTS') return { outcome: 'unreachable' }
    if (refusal?.code === 'UNAUTHENTICATED') return { outcome: 'signedOut' }
    return { outcome: 'refused', refusal }
  }
}

async function call(command: FieldCommand): Promise<Answer> {
  const { tasks } = fieldClient
  const commandId = command.id
  switch (command.kind) {
    case 'start':
    case 'pause':
    case 'resume':
      await tasks[command.kind].mutate({ ...command.input, commandId })
      return { outcome: 'done' }
    case 'conclude':
      await tasks.conclude.mutate({ ...command.input, commandId })
      return { outcome: 'done' }
    case 'concludeNext':
      return ofEach((await tasks.concludeNext.mutate({ ...command.input, commandId })).answers)
    case 'markNotDone':
      await tasks.markNotDone.mutate({ ...command.input, commandId })
      return { outcome: 'done' }
    case 'undoConclusion':
      return ofEach(await tasks.undoConclusion.mutate({ ...command.input, commandId }))
    case 'reopen':
      return ofEach(await tasks.reopen.mutate({ ...command.input, commandId }))
  }
}

type TaskAnswer = { id: string } & ({ outcome: 'done' | 'already' } | { outcome: 'refused'; refusals: Refusal[] })

// A gesture over several units answers for each: one that was refused makes the gesture need attention.
function ofEach(answers: readonly TaskAnswer[]): Answer {
  const refusals = answers.flatMap((answer) => (answer.outcome === 'refused' ? answer.refusals : []))
  const [first] = refusals
  if (first) {
    const blockers = refusals.map((refusal) => ({ ...refusal, message: '' }))
    return { outcome: 'refused', refusal: { code: first.code, message: '', blockers } }
  }
  return { outcome: 'done', concludedIds: answers.filter(({ outcome }) => outcome === 'done').map(({ id }) => id) }
}

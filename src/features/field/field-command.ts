import type { inferRouterInputs } from '@trpc/server'
import type { RefusalData } from '@/contract/errors'
import { uuidv7 } from '@/lib/uuid'
import type { AppRouter } from '@/server/api/root'
import type { Draft } from './draft'

type Inputs = inferRouterInputs<AppRouter>['tasks']

/** What a tap asks for: the procedure's name and its input but for the id of the command. */
export type Gesture =
  | { kind: 'start' | 'pause' | 'resume'; input: Omit<Inputs['start'], 'commandId'> }
  | { kind: 'conclude'; input: Omit<Inputs['conclude'], 'commandId'> }
  | { kind: 'concludeNext'; input: Omit<Inputs['concludeNext'], 'commandId'> & { taskIds: string[] } }
  | { kind: 'markNotDone'; input: Omit<Inputs['markNotDone'], 'commandId'> }
  | { kind: 'undoConclusion'; input: Omit<Inputs['undoConclusion'], 'commandId'> }
  | { kind: 'reopen'; input: Omit<Inputs['reopen'], 'commandId'> }

/**
 * waiting: not answered yet. done: the server has it, the day read before does not. attention: refused, and it is told.
 */
export type CommandState = 'waiting' | 'done' | 'attention'

/** A gesture with the id that it keeps for good; the same id is sent again while no answer came. */
export type FieldCommand = Gesture & {
  id: string
  /** The device's clock, in milliseconds. */
  at: number
  subject: string
  state: CommandState
  /** Whether it ever left the device: what did can only be undone by another command. */
  isTried: boolean
  /** What was filled in for it, given back when it is refused or undone. */
  draftKey: string
  draft: Draft | null
  refusal: RefusalData | null
  /** The units that the server concluded for it: others may stand for those that were taken meanwhile. */
  concludedIds?: string[]
}

/** A command for a gesture, at this moment. */
export function makeCommand(
  gesture: Gesture,
  about: Pick<FieldCommand, 'subject' | 'draftKey' | 'draft'>,
): FieldCommand {
  return { ...gesture, ...about, id: uuidv7(), at: Date.now(), state: 'waiting', isTried: false, refusal: null }
}

/** The tasks that a gesture touches. */
export function tasksOf(command: Gesture): readonly string[] {
  return 'taskIds' in command.input ? command.input.taskIds : [command.input.taskId]
}

/** The pictures that the server must have before the gesture. */
export function picturesOf(command: Gesture): string[] {
  if (!('evidence' in command.input) || !command.input.evidence) return []
  const { photoFileIds = [], signatureFileId } = command.input.evidence
  return signatureFileId ? [...photoFileIds, signatureFileId] : photoFileIds
}

'use client'
import { useMutation } from '@tanstack/react-query'
import type { DecorateMutationProcedure, ResolverDef } from '@trpc/tanstack-react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { RefusalData } from '@/contract/errors'
import { uuidv7 } from '@/lib/uuid'
import { useToast } from '@/ui/toast'
import { isUnknownOutcome, refusalOf } from './refusal-of'

type WithoutCommandId<Input> = Input extends unknown ? Omit<Input, 'commandId'> : never

export type CommandOptions<Output, Values extends FieldValues> = {
  /** Refusals that name a field appear beside it; what was typed stays. */
  form?: Pick<UseFormReturn<Values>, 'setError'>
  /** A short status for the toast region; the screen itself must also show the result. */
  doneMessage?: string | ((output: Output) => string)
  onDone?: (output: Output) => void | Promise<void>
  /** Runs that come while one is on its way are gestures of their own, sent one after the other; else they are that same one. */
  isInTurn?: boolean
  /** The caller shows the refusal itself; without this and without `form` a lasting alert shows it. */
  onRefused?: (refusal: RefusalData) => void
}

export type Command<Input, Output> = {
  /** Sends the gesture; answers undefined when it was refused or its outcome is unknown. Never rejects. */
  run: (input: WithoutCommandId<Input>) => Promise<Output | undefined>
  isPending: boolean
  /** Why the last run failed, with every blocker; null before and after a success. */
  refusal: RefusalData | null
  /** Forgets the refusal and starts a new gesture, for example when a dialog opens again. */
  reset: () => void
}

/**
 * One gesture = one command. Its id is made once and sent again unchanged while the outcome is unknown;
 * a success or a definite refusal ends it and the next run is a new command.
 */
export function useCommand<Def extends ResolverDef, Values extends FieldValues = FieldValues>(
  procedure: Pick<DecorateMutationProcedure<Def>, 'mutationOptions'>,
  options: CommandOptions<Def['output'], Values> = {},
): Command<Def['input'], Def['output']> {
  const t = useTranslations('transport')
  const toast = useToast()
  const mutation = useMutation(procedure.mutationOptions())
  const commandId = useRef<string | null>(null)
  const inFlight = useRef<Promise<Def['output'] | undefined> | null>(null)
  const [refusal, setRefusal] = useState<RefusalData | null>(null)

  async function send(input: WithoutCommandId<Def['input']>): Promise<Def['output'] | undefined> {
    commandId.current ??= uuidv7()
    setRefusal(null)
    try {
      const output = await mutation.mutateAsync({ ...input, commandId: commandId.current })
      commandId.current = null
      return await finish(output)
    } catch (error) {
      if (!isUnknownOutcome(error)) commandId.current = null
      refuse(
        refusalOf(error) ?? {
          code: 'UNAVAILABLE',
          message: t(isUnknownOutcome(error) ? 'offline' : 'unknown'),
          blockers: [],
        },
      )
      return undefined
    }
  }

  async function finish(output: Def['output']): Promise<Def['output']> {
    const { doneMessage, onDone } = options
    if (doneMessage) toast.status(typeof doneMessage === 'function' ? doneMessage(output) : doneMessage)
    await onDone?.(output)
    return output
  }

  function refuse(answer: RefusalData) {
    setRefusal(answer)
    if (answer.code === 'COMPANY_CHANGED' || answer.code === 'UNAUTHENTICATED') return
    for (const blocker of answer.blockers) {
      if (blocker.field)
        options.form?.setError(blocker.field as FieldPath<Values>, {
          type: 'server',
          message: blocker.code === 'INVALID_INPUT' ? t('invalidField') : blocker.message,
        })
    }
    if (options.onRefused) options.onRefused(answer)
    else if (!options.form) toast.alert(answer.blockers.map((blocker) => blocker.message).join(' ') || answer.message)
  }

  function sendInTurn(input: WithoutCommandId<Def['input']>): Promise<Def['output'] | undefined> {
    const turn = (inFlight.current ?? Promise.resolve()).then(() => {
      commandId.current = null
      return send(input)
    })
    inFlight.current = turn
    return turn
  }

  return {
    run: (input) => {
      if (options.isInTurn) return sendInTurn(input)
      inFlight.current ??= send(input).finally(() => {
        inFlight.current = null
      })
      return inFlight.current
    },
    isPending: mutation.isPending,
    refusal,
    reset: () => {
      commandId.current = null
      setRefusal(null)
    },
  }
}

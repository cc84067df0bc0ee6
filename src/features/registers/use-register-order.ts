'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type OrderedRegisterKind, orderedRegisterKinds, type RegisterKind } from '@/contract/registers'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { RegisterRow } from './register-data'

/** The rows of a register in the order last chosen, before the server has answered and after. */
export function useRegisterOrder(kind: RegisterKind, rows: readonly RegisterRow[]) {
  const t = useTranslations('registers')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const reorder = useCommand(trpc.registers.reorder, { doneMessage: t('done.moved'), isInTurn: true })
  async function sort(ids: string[]) {
    if (!isOrdered(kind)) return
    setChosen(ids)
    if (await reorder.run({ kind, ids }))
      await queries.refetchQueries(trpc.registers.list.queryFilter(), { cancelRefetch: false })
    setChosen((now) => (now === ids ? null : now))
  }
  const ordered = chosen ? rows.toSorted((one, other) => chosen.indexOf(one.id) - chosen.indexOf(other.id)) : [...rows]
  return { ordered, sort: (ids: string[]) => void sort(ids) }
}

/** Whether people put the rows of this register in order. */
export function isOrdered(kind: RegisterKind): kind is OrderedRegisterKind {
  const ordered: readonly RegisterKind[] = orderedRegisterKinds
  return ordered.includes(kind)
}

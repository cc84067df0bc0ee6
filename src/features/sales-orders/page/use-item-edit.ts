'use client'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RefusalData } from '@/contract/errors'
import type { ItemChange } from '@/contract/sales-orders'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import type { OrderItem } from './order-page'
import { conflictsOf } from './three-way'

export type ItemPreview = inferRouterOutputs<AppRouter>['salesOrders']['previewItemChange']

/** What is typed of an item; amounts in cents. */
export type ItemDraft = {
  quantity: string
  description: string
  unitPriceCents: number | null
  discountCents: number | null
}

export type ItemEdit = {
  draft: ItemDraft
  type: (typed: Partial<ItemDraft>) => void
  /** The effect of what is typed, as the server planned it; null while nothing is changed. */
  preview: ItemPreview | null
  isChanged: boolean
  /** Something that must be there is empty, or cannot be read: nothing can be saved. */
  isUnreadable: boolean
  /** The effect of what is typed right now is known and nothing is against it. */
  isReady: boolean
  cancelsStarted: boolean
  setCancelsStarted: (cancels: boolean) => void
  /** Another unit goes in place of a suggested one (E2). */
  swap: (taskId: string) => void
  isChosen: boolean
  useSuggestion: () => void
  save: () => void
  isPending: boolean
  refusal: RefusalData | null
  /** What was typed here and saved otherwise by another person since the edit began (E13). */
  conflicts: readonly { key: keyof ItemDraft; stored: ItemDraft[keyof ItemDraft]; mine: ItemDraft[keyof ItemDraft] }[]
}

/** An edit of an item in place: the preview follows what is typed, and saving confirms that preview and no other (E13). */
export function useItemEdit(item: OrderItem, onDone: () => void): ItemEdit {
  const t = useTranslations('orderPage')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [opened] = useState(() => draftOf(item))
  const [own, setOwn] = useState<Partial<ItemDraft>>({})
  const stored = draftOf(item)
  const draft = { ...stored, ...own }
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [cancelsStarted, setCancelsStarted] = useState(false)
  const typed = changeOf(item, draft)
  const change: ItemChange = { ...typed, cancelTaskIds: chosen ? [...chosen] : undefined, cancelsStarted }
  const isChanged = typed !== null && Object.keys(typed).length > 0
  const { data, isPlaceholderData, refetch } = useQuery({
    ...trpc.salesOrders.previewItemChange.queryOptions({ kind: 'update', itemId: item.id, change }),
    enabled: isChanged,
    placeholderData: keepPreviousData,
  })
  const preview = isChanged && data ? data : null
  const update = useCommand(trpc.salesOrders.updateItem, {
    doneMessage: ({ created, cancelled }) =>
      t('itemSaved', { item: item.position, created: created.length, cancelled: cancelled.length }),
    onDone,
    onRefused: () => {
      void refetch()
      void queries.invalidateQueries(trpc.salesOrders.get.queryFilter())
    },
  })
  const isReady = preview !== null && !isPlaceholderData && preview.refusals.length === 0

  function type(part: Partial<ItemDraft>) {
    setOwn({ ...own, ...part })
    if (part.quantity !== undefined) setChosen(null)
    update.reset()
  }
  function swap(taskId: string) {
    if (!preview || preview.cancelled.length + preview.blocked.length === 0) return
    const cut = chosen ?? preview.cancelled.map((unit) => unit.taskId)
    const given = preview.blocked.find((unit) => cut.includes(unit.taskId))?.taskId ?? cut[0]
    if (!cut.includes(taskId)) setChosen([...cut.filter((id) => id !== given), taskId])
  }
  function save() {
    if (typed === null) return
    if (!isChanged) onDone()
    else if (isReady) {
      const { version, fingerprint } = preview
      void update.run({ itemId: item.id, version, fingerprint, change })
    }
  }
  return {
    draft,
    type,
    preview,
    isChanged,
    isUnreadable: typed === null,
    isReady,
    cancelsStarted,
    setCancelsStarted,
    swap,
    isChosen: chosen !== null,
    useSuggestion: () => setChosen(null),
    save,
    isPending: update.isPending,
    refusal: update.refusal,
    conflicts: conflictsOf(opened, stored, draft).map((key) => ({ key, stored: stored[key], mine: draft[key] })),
  }
}

function draftOf({ quantity, description, unitPriceCents, discountCents }: OrderItem): ItemDraft {
  return { quantity, description, unitPriceCents, discountCents }
}

/** What differs from the item; null while something typed cannot be read. */
function changeOf(item: OrderItem, draft: ItemDraft): ItemFields | null {
  const { quantity, description, unitPriceCents, discountCents } = draft
  if (quantity === '' || description.trim() === '') return null
  if (Number.isNaN(unitPriceCents) || Number.isNaN(discountCents)) return null
  return {
    ...(quantity === item.quantity ? {} : { quantity }),
    ...(description.trim() === item.description ? {} : { description: description.trim() }),
    ...(unitPriceCents === item.unitPriceCents ? {} : { unitPriceCents: unitPriceCents ?? 0 }),
    ...(discountCents === item.discountCents ? {} : { discountCents: discountCents ?? 0 }),
  }
}

type ItemFields = Pick<ItemChange, 'quantity' | 'description' | 'unitPriceCents' | 'discountCents'>

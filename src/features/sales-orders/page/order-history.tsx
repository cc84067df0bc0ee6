'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type UnitCancelReason, unitCancelReasons } from '@/contract/sales-orders'
import { useEventLines } from '@/features/timeline/use-event-lines'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { SkeletonRows } from '@/ui/query-boundary'
import { Section } from '@/ui/section'
import { Timeline } from '@/ui/timeline'

/** The one history of the order, its opportunity, its tasks and its notes, the newest first, fifty lines at a time. */
export function OrderHistory({ salesOrderId }: { salesOrderId: string }) {
  const t = useTranslations('orderPage')
  const reasons = useTranslations('salesOrders.unitCancelReasons')
  const trpc = useTRPC()
  const [older, setOlder] = useState<readonly string[]>([])
  const { data: people } = useQuery(trpc.members.names.queryOptions({}))
  const linesOf = useEventLines((id) => people?.find(({ userId }) => userId === id)?.name)
  const pages = useQueries({
    queries: [undefined, ...older].map((before) => trpc.salesOrders.timeline.queryOptions({ salesOrderId, before })),
  })
  const lines = pages.flatMap(({ data }) => data?.lines ?? [])
  const next = pages.at(-1)?.data?.before
  const wordOf = (reason: string | null) => {
    const known = unitCancelReasons.find((code: UnitCancelReason) => code === reason)
    return known ? reasons(known) : reason
  }
  const events = linesOf(lines.map((line) => ({ ...line, who: line.actorName, reason: wordOf(line.reason) })))
  return (
    <Section title={t('history')} note={t('historyNote')}>
      {pages[0]?.isPending ? <SkeletonRows /> : <Timeline events={events} />}
      {next && (
        <p className="mt-3">
          <Button size="small" onClick={() => setOlder([...older, next])}>
            {t('older')}
          </Button>
        </p>
      )}
    </Section>
  )
}

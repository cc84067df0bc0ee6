'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TimelineKind } from '@/contract/sales-orders'
import { TimelineFilter } from '@/features/timeline/timeline-filter'
import { useEventLines } from '@/features/timeline/use-event-lines'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { SkeletonRows } from '@/ui/query-boundary'
import { Section } from '@/ui/section'
import { Timeline } from '@/ui/timeline'

/** The one history of the order, its opportunity, its tasks and its notes, the newest first, fifty lines at a time. */
export function OrderHistory({ salesOrderId }: { salesOrderId: string }) {
  const t = useTranslations('orderPage')
  const words = useTranslations('timeline')
  const trpc = useTRPC()
  const [kind, setKind] = useState<TimelineKind>('all')
  const [older, setOlder] = useState<readonly string[]>([])
  const { data: people } = useQuery(trpc.members.names.queryOptions({}))
  const linesOf = useEventLines((id) => people?.find(({ userId }) => userId === id)?.name)
  const pages = useQueries({
    queries: [undefined, ...older].map((before) =>
      trpc.salesOrders.timeline.queryOptions({ salesOrderId, before, kind }),
    ),
  })
  const lines = pages.flatMap(({ data }) => data?.lines ?? [])
  const next = pages.at(-1)?.data?.before
  const events = linesOf(lines.map((line) => ({ ...line, who: line.actorName })))
  function show(wanted: TimelineKind) {
    setKind(wanted)
    setOlder([])
  }
  return (
    <Section title={t('history')} note={t('historyNote')} end={<TimelineFilter value={kind} onChange={show} />}>
      {pages[0]?.isPending && <SkeletonRows />}
      {!pages[0]?.isPending && events.length === 0 && <p className="text-ink-2">{words('empty')}</p>}
      <Timeline events={events} />
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

'use client'
import { z } from 'zod'
import { searchKinds } from '@/contract/search'
import { useViewer } from '@/features/session/use-viewer'
import { useDeviceSetting } from '@/ui/use-device-setting'

const MOST = 6
const recentRecord = z.object({
  kind: z.enum(searchKinds),
  href: z.string().startsWith('/'),
  label: z.string(),
  detail: z.string().optional(),
})
export type RecentRecord = z.infer<typeof recentRecord>

const none: RecentRecord[] = []

/** The records that this person opened from the palette on this device, the last one first. */
export function useRecentRecords(): [readonly RecentRecord[], (record: RecentRecord) => void] {
  const { personKey } = useViewer()
  const [records, keep] = useDeviceSetting(`${personKey}.recent`, z.array(recentRecord), none)
  return [records, (record) => keep([record, ...records.filter(({ href }) => href !== record.href)].slice(0, MOST))]
}

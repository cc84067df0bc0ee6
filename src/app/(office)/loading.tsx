import { SkeletonRows, Waiting } from '@/ui/query-boundary'

export default function OfficeLoading() {
  return (
    <Waiting>
      <div className="h-12 border-b border-line" />
      <SkeletonRows rows={12} />
    </Waiting>
  )
}

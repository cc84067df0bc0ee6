import type { ReactNode } from 'react'

type DescriptionListProps = {
  items: readonly { label: string; value: ReactNode }[]
  /** `line` runs on in text; `facts` stacks label over value in a strip with hairlines. */
  layout?: 'line' | 'facts'
}

/** Labelled facts of a record. */
export function DescriptionList({ items, layout = 'line' }: DescriptionListProps) {
  if (layout === 'line') {
    return (
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {items.map((item) => (
          <div key={item.label} className="flex gap-1.5">
            <dt className="text-ink-3">{item.label}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
    )
  }
  // The list stands one gap further left than what shows of it, so that a line never starts with a hairline.
  return (
    <div className="overflow-x-clip">
      <dl className="-ml-[17px] flex flex-wrap gap-y-2 max-phone:ml-0 max-phone:grid max-phone:grid-cols-2 max-phone:gap-x-4">
        {items.map((item) => (
          <div key={item.label} className="min-w-0 border-l border-line px-4 max-phone:border-l-0 max-phone:px-0">
            <dt className="text-xs text-ink-2">{item.label}</dt>
            <dd className="font-medium wrap-break-word">{item.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

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
  return (
    <dl className="flex flex-wrap gap-y-2 max-phone:grid max-phone:grid-cols-2">
      {items.map((item) => (
        <div
          key={item.label}
          className="min-w-0 border-l border-line px-4 first:border-l-0 first:pl-0 max-phone:border-l-0 max-phone:pl-0"
        >
          <dt className="text-xs whitespace-nowrap text-ink-2">{item.label}</dt>
          <dd className="font-medium">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Popover } from './popover'

export type FilterChipProps = {
  name: string
  /** What it is set to, in words: "Últimos 90 dias". */
  value: ReactNode
  onRemove: () => void
  /** The editor, opened by the chip; `close` puts it away. */
  editor?: (close: () => void) => ReactNode
  isOpenAtFirst?: boolean
}

/** One filter that is on: its name, its value and an × that takes it off. */
export function FilterChip({ name, value, onRemove, editor, isOpenAtFirst = false }: FilterChipProps) {
  const t = useTranslations('kit.filter')
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const words = (
    <>
      <span className="text-ink-3">{name}</span> <b>{value}</b>
    </>
  )
  return (
    <span className="inline-flex h-(--control-small) items-center rounded-control border border-control bg-surface pr-0.5 whitespace-nowrap">
      {editor ? (
        <Popover
          label={name}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          trigger={
            <button type="button" className="h-full rounded-control pr-1 pl-2">
              {words}
            </button>
          }
        >
          {editor(() => setIsOpen(false))}
        </Popover>
      ) : (
        <span className="pr-1 pl-2">{words}</span>
      )}
      <button
        type="button"
        aria-label={t('remove', { name })}
        className="grid size-6 place-items-center rounded-badge text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-9"
        onClick={onRemove}
      >
        <X aria-hidden className="size-3" />
      </button>
    </span>
  )
}

'use client'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from './button'

export type UndoBarProps = {
  /** What was done: "5 tarefas concluídas". */
  message: string
  onUndo: () => void
  /** The time ran out or the bar was left behind. */
  onExpire: () => void
  seconds?: number
}

/** Says what was done and lets it be taken back for some seconds. */
export function UndoBar({ message, onUndo, onExpire, seconds = 6 }: UndoBarProps) {
  const t = useTranslations('kit.undo')
  const [left, setLeft] = useState(seconds)
  const expire = useEffectEvent(onExpire)
  useEffect(() => {
    if (left === 0) {
      expire()
      return
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <div className="fixed inset-x-0 bottom-20 z-50 max-phone:bottom-36 mx-auto flex w-fit max-w-[calc(100vw-32px)] items-center gap-3 rounded-control border border-control bg-surface px-3 py-2 shadow-popup">
      <span role="status">{message}</span>
      <span aria-hidden className="text-ink-3">
        {t('seconds', { seconds: left })}
      </span>
      <Button size="small" icon={Undo2} onClick={onUndo}>
        {t('action')}
      </Button>
    </div>
  )
}

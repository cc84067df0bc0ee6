'use client'
import { Check, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { tasksOf } from './field-command'
import { undoLast, useFieldWork } from './field-work'

const SECONDS = 6

/** For six seconds after a conclusion it can be taken back with one tap. */
export function UndoBar() {
  const t = useTranslations('field')
  const { undoable } = useFieldWork()
  if (!undoable) return <div role="status" />
  return (
    <div className="undo" role="status">
      <Check aria-hidden className="i" />
      <span>
        {t('undo.concluded', { count: tasksOf(undoable).length })}
        <small>
          {t(undoable.state === 'done' ? 'sync.sent' : 'sync.saved')}
          <Countdown key={undoable.id} from={undoable.at} />
        </small>
      </span>
      <button className="btn" type="button" onClick={undoLast}>
        <Undo2 aria-hidden className="i" />
        {t('undo.undo')}
      </button>
    </div>
  )
}

function Countdown({ from }: { from: number }) {
  const t = useTranslations('field.undo')
  const [left, setLeft] = useState(SECONDS)
  useEffect(() => {
    const timer = window.setInterval(() => setLeft(Math.max(1, SECONDS - Math.floor((Date.now() - from) / 1000))), 500)
    return () => window.clearInterval(timer)
  }, [from])
  return <span aria-hidden> {t('left', { seconds: left })}</span>
}

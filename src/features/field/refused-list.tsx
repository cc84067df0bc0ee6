'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FieldCommand } from './field-command'
import { dismiss, useFieldWork } from './field-work'

/** What the server refused, each with everything that is missing, until the person has read it. */
export function RefusedList() {
  const { commands } = useFieldWork()
  return commands.filter(({ state }) => state === 'attention').map((one) => <Refused key={one.id} command={one} />)
}

function Refused({ command }: { command: FieldCommand }) {
  const t = useTranslations('field')
  const sentences = useSentences(command)
  const { subject } = command
  return (
    <section className="notice is-danger" role="alert">
      <span className="badge is-danger">
        <CircleAlert aria-hidden className="i i--s" />
        {t('sync.attention')}
      </span>
      <div>
        <h2>{t('refused.what', { gesture: t(`refused.gestures.${command.kind}`), subject })}</h2>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <button className="btn" type="button" onClick={() => dismiss(command.id)}>
        {t('refused.understood')}
      </button>
    </section>
  )
}

function useSentences({ refusal }: FieldCommand): string[] {
  const errors = useTranslations('errors')
  const t = useTranslations('field.refused')
  if (!refusal) return [t('unknown')]
  const reasons = refusal.blockers.length > 0 ? refusal.blockers : [refusal]
  // Answers per unit carry codes; their sentences are made here.
  return [...new Set(reasons.map(({ code, params, message }) => message || errors(code, params as never)))]
}

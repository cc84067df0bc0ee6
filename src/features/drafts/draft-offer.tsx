'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { useDraftTime } from './use-draft-time'
import type { FormDraft } from './use-form-draft'

/** "Continuar rascunho de 10:32", at the head of a form that was left before it was saved. */
export function DraftOffer({ draft }: { draft: FormDraft }) {
  const t = useTranslations('drafts')
  const timeOf = useDraftTime()
  if (draft.foundAt === null) return null
  const time = timeOf(draft.foundAt)
  return (
    <Callout
      tone="info"
      end={
        <>
          <Button size="small" onClick={draft.take}>
            {t('continue', { time })}
          </Button>
          <Button size="small" variant="ghost" onClick={draft.discard}>
            {t('discard')}
          </Button>
        </>
      }
    >
      {t('found', { time })}
    </Callout>
  )
}

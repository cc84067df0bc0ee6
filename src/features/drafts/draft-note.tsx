'use client'
import { useTranslations } from 'next-intl'
import { useDraftTime } from './use-draft-time'
import type { FormDraft } from './use-form-draft'

/** Says quietly when what is typed was last kept on this device. */
export function DraftNote({ draft }: { draft: FormDraft }) {
  const t = useTranslations('drafts')
  const timeOf = useDraftTime()
  return draft.savedAt && t('saved', { time: timeOf(draft.savedAt) })
}

'use client'
import { useTranslations } from 'next-intl'
import type { RefusalData } from '@/contract/errors'
import { Button } from '@/ui/button'

export type StaleChoiceProps = {
  refusal: RefusalData | null
  onTakeStored: () => Promise<void>
  onKeepMine: () => Promise<void>
}

/** After somebody else saved the record: show what is stored, or save what is typed over it. */
export function StaleChoice({ refusal, onTakeStored, onKeepMine }: StaleChoiceProps) {
  const t = useTranslations('listing.stale')
  if (refusal?.code !== 'VERSION_CONFLICT') return null
  return (
    <>
      <Button size="small" onClick={() => void onTakeStored()}>
        {t('takeStored')}
      </Button>
      <Button size="small" onClick={() => void onKeepMine()}>
        {t('keepMine')}
      </Button>
    </>
  )
}

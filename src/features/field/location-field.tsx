'use client'
import { Check, MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FieldLabel } from './field-label'
import { askPosition, useHasPosition } from './position'

/** Only where a service demands it: the device is asked once, and says so when it cannot tell. */
export function LocationField() {
  const t = useTranslations('field.evidence')
  const hasPosition = useHasPosition()
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  async function ask() {
    setState('asking')
    setState((await askPosition()) ? 'idle' : 'failed')
  }
  return (
    <div className="block">
      <FieldLabel text={t('location')} isRequired />
      {hasPosition ? (
        <span className="sync is-ok" role="status">
          <Check aria-hidden className="i i--s" />
          {t('hasLocation')}
        </span>
      ) : (
        <button className="btn" type="button" disabled={state === 'asking'} onClick={() => void ask()}>
          <MapPin aria-hidden className="i" />
          {t(state === 'asking' ? 'gettingLocation' : 'getLocation')}
        </button>
      )}
      {state === 'failed' && !hasPosition && (
        <p className="wrong" role="alert">
          {t('noLocation')}
        </p>
      )}
    </div>
  )
}

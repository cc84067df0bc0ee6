'use client'
import { Check, LogOut, RefreshCw, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { loadWork, sendWaiting, useFieldWork } from './field-work'
import { closeSheet } from './place'
import { Sheet } from './sheet'
import { signOut } from './sign-out'
import { signInAddress } from './sync-band'
import { chooseTheme, type Theme, themes, useTheme } from './theme'

const offered: readonly (Theme | null)[] = [...themes, null]

/** Who works here, the look, and the way out; with work that is not sent yet, the way out asks. */
export function MenuSheet() {
  const t = useTranslations('field')
  const { viewer, commands } = useFieldWork()
  const { chosen } = useTheme()
  const waiting = commands.filter(({ state }) => state !== 'done').length
  const [isAsking, setIsAsking] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  async function leave() {
    if (waiting > 0 && !isAsking) return setIsAsking(true)
    if (await signOut()) window.location.assign(signInAddress)
    else setHasFailed(true)
  }
  return (
    <Sheet title={viewer?.name ?? t('menu.title')} context={viewer?.company.name}>
      <fieldset className="block">
        <legend className="label">{t('menu.theme')}</legend>
        <div className="choices choices--2">
          {offered.map((theme) => (
            <label className="choice" key={theme ?? 'auto'}>
              <input type="radio" name="theme" checked={chosen === theme} onChange={() => chooseTheme(theme)} />
              <Check aria-hidden className="i i--s mark" />
              {t(`menu.${theme ?? 'auto'}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <button
        className="btn"
        type="button"
        onClick={() => {
          void loadWork()
          closeSheet()
        }}
      >
        <RefreshCw aria-hidden className="i" />
        {t('menu.refresh')}
      </button>
      {isAsking && (
        <div className="notice is-warn" role="alert">
          <p>{t('menu.signOutWaiting', { count: waiting })}</p>
          <button className="btn btn--primary" type="button" onClick={() => void sendWaiting()}>
            {t('sync.sendNow')}
          </button>
        </div>
      )}
      {hasFailed && (
        <p className="wrong" role="alert">
          {t('menu.signOutFailed')}
        </p>
      )}
      {viewer && (
        <button className="btn" type="button" onClick={() => window.location.assign('/account')}>
          <UserRound aria-hidden className="i" />
          {t('menu.account')}
        </button>
      )}
      {viewer && (
        <button className="btn" type="button" onClick={() => void leave()}>
          <LogOut aria-hidden className="i" />
          {t(isAsking ? 'menu.signOutAnyway' : 'menu.signOut')}
        </button>
      )}
    </Sheet>
  )
}

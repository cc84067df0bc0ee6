'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { Picture } from './photo-field'
import { forgetPicture } from './picture-store'
import { holdPicture } from './pictures'
import { toBlob } from './shrink-photo'

export type SignatureFieldProps = {
  title: ReactNode
  signatureId: string | null
  signerName: string
  onSign: (signatureId: string | null) => void
  onName: (signerName: string) => void
}

/** The customer signs with a finger, or the name is typed: both count (R1). */
export function SignatureField({ title, signatureId, signerName, onSign, onName }: SignatureFieldProps) {
  const t = useTranslations('field.evidence')
  const [isTyped, setIsTyped] = useState(signerName !== '' && signatureId === null)
  // Drawn before this opened: the strokes are gone, the picture is shown instead of the pad.
  const [isKept, setIsKept] = useState(signatureId !== null)
  const [padNumber, setPadNumber] = useState(0)
  function clear() {
    onSign(null)
    setIsKept(false)
    setPadNumber(padNumber + 1)
  }
  const nameId = useId()
  return (
    <div className="block">
      {title}
      {isTyped ? (
        <div className="field">
          <label htmlFor={nameId}>{t('signerName')}</label>
          <input
            className="input"
            id={nameId}
            autoComplete="off"
            maxLength={120}
            value={signerName}
            onChange={({ target }) => onName(target.value)}
          />
          <button
            className="btn btn--quiet"
            type="button"
            onClick={() => {
              onName('')
              setIsTyped(false)
            }}
          >
            {t('draw')}
          </button>
        </div>
      ) : (
        <div className="sign">
          {signatureId && isKept ? (
            <div className="sign__kept">
              <Picture id={signatureId} label={t('signature')} />
              <span className="sync is-ok" role="status">
                <Check aria-hidden className="i i--s" />
                {t('signed')}
              </span>
            </div>
          ) : (
            <Pad key={padNumber} onSign={onSign} />
          )}
          <div className="sign__tools">
            <button
              className="btn btn--quiet"
              type="button"
              onClick={() => {
                clear()
                setIsTyped(true)
              }}
            >
              {t('typeName')}
            </button>
            {signatureId && (
              <button className="btn btn--quiet" type="button" onClick={clear}>
                {t('clear')}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

const REST_MS = 300

// Signed is when the finger rests: a tap on "done" would be one more. Each stroke replaces the picture before it.
function Pad({ onSign }: { onSign: (signatureId: string) => void }) {
  const t = useTranslations('field.evidence')
  const canvas = useRef<HTMLCanvasElement>(null)
  const tell = useRef(onSign)
  useEffect(() => {
    tell.current = onSign
  })
  useEffect(() => {
    const drawn = canvas.current
    if (!drawn) return
    const ratio = Math.max(1, window.devicePixelRatio)
    drawn.width = drawn.offsetWidth * ratio
    drawn.height = drawn.offsetHeight * ratio
    drawn.getContext('2d')?.scale(ratio, ratio)
    const pad = new SignaturePad(drawn, { backgroundColor: '#ffffff', penColor: '#15202b' })
    let timer = 0
    let before: string | null = null
    async function keep() {
      if (!drawn) return
      const id = await holdPicture(await toBlob(drawn, 'image/png'))
      tell.current(id)
      if (before) await forgetPicture(before)
      before = id
    }
    const begun = () => window.clearTimeout(timer)
    const rested = () => {
      timer = window.setTimeout(() => void keep(), REST_MS)
    }
    pad.addEventListener('beginStroke', begun)
    pad.addEventListener('endStroke', rested)
    return () => {
      window.clearTimeout(timer)
      pad.off()
    }
  }, [])
  return (
    <div className="sign__area">
      <canvas ref={canvas} className="sign__pad" role="img" aria-label={t('signature')} />
      <p className="hint">{t('signatureHint')}</p>
    </div>
  )
}

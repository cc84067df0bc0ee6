'use client'
import { Camera, Smartphone, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { addPicture, pictureAddress, useUnsentCount } from './pictures'
import { shrinkPhoto } from './shrink-photo'

export type PhotoFieldProps = { title: ReactNode; ids: readonly string[]; onChange: (ids: string[]) => void }

/** Photos by the phone's camera, small enough to send, kept on the device until they are sent. */
export function PhotoField({ title, ids, onChange }: PhotoFieldProps) {
  const t = useTranslations('field.evidence')
  const unsent = useUnsentCount(ids)
  return (
    <div className="block">
      <div className="split">
        {title}
        {ids.length > 0 && (
          <span className="sync" role="status">
            <Smartphone aria-hidden className="i i--s" />
            {unsent > 0 ? t('onDevice', { count: ids.length }) : t('sent', { count: ids.length })}
          </span>
        )}
      </div>
      <div className="photos">
        {ids.map((id, place) => (
          <figure className="photo" key={id}>
            <Picture id={id} label={t('photoLabel', { number: place + 1 })} />
            <button
              className="btn btn--icon photo__remove"
              type="button"
              aria-label={t('removePhoto', { number: place + 1 })}
              onClick={() => onChange(ids.filter((other) => other !== id))}
            >
              <X aria-hidden className="i i--s" />
            </button>
          </figure>
        ))}
        <CameraButton
          label={t(ids.length > 0 ? 'takeAnother' : 'takePhoto')}
          onTaken={(id) => onChange([...ids, id])}
        />
      </div>
    </div>
  )
}

/** A picture of this device or of the server. */
export function Picture({ id, label }: { id: string; label: string }) {
  return (
    <span
      className="photo__view"
      role="img"
      aria-label={label}
      style={{ backgroundImage: `url("${pictureAddress(id)}")` }}
    />
  )
}

/** Opens the camera; the photo has its id as soon as it is safe on the device. */
export function CameraButton({ label, onTaken }: { label: string; onTaken: (id: string) => void }) {
  const t = useTranslations('field.evidence')
  const [hasFailed, setHasFailed] = useState(false)
  async function take(file: File) {
    try {
      setHasFailed(false)
      onTaken(await addPicture(await shrinkPhoto(file)))
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <>
      <label className="btn shot">
        <input
          className="shot__input"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void take(file)
            target.value = ''
          }}
        />
        <Camera aria-hidden className="i" />
        {label}
      </label>
      {hasFailed && (
        <p className="wrong" role="alert">
          {t('photoFailed')}
        </p>
      )}
    </>
  )
}

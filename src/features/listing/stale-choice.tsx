'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RefusalData } from '@/contract/errors'
import { Button } from '@/ui/button'

/** A field that was typed here and saved otherwise by another person. */
export type StaleField = { label: string; stored: ReactNode; mine: ReactNode }

export type StaleChoiceProps = {
  refusal: RefusalData | null
  /** The fields to choose of, where the screen can tell. */
  fields?: readonly StaleField[]
  onTakeStored: () => void | Promise<void>
  onKeepMine: () => void | Promise<void>
}

/** After somebody else saved the record: show what is stored, or save what is typed over it (E13). */
export function StaleChoice({ refusal, fields, onTakeStored, onKeepMine }: StaleChoiceProps) {
  const t = useTranslations('listing.stale')
  if (refusal?.code !== 'VERSION_CONFLICT') return null
  return (
    <>
      {fields && <Difference fields={fields} />}
      <Button size="small" onClick={() => void onTakeStored()}>
        {t('takeStored')}
      </Button>
      <Button size="small" onClick={() => void onKeepMine()}>
        {t('keepMine')}
      </Button>
    </>
  )
}

function Difference({ fields }: { fields: readonly StaleField[] }) {
  const t = useTranslations('listing.stale')
  if (fields.length === 0) return <p className="basis-full">{t('noneInCommon')}</p>
  return (
    <table className="basis-full border-collapse rounded-control bg-surface text-ink">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          <th scope="col" className="px-2 py-1 font-medium">
            {t('field')}
          </th>
          <th scope="col" className="px-2 py-1 font-medium">
            {t('stored')}
          </th>
          <th scope="col" className="px-2 py-1 font-medium">
            {t('mine')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, stored, mine }) => (
          <tr key={label} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="px-2 py-1 text-left font-normal text-ink-2">
              {label}
            </th>
            <td className="px-2 py-1 wrap-anywhere">{stored}</td>
            <td className="px-2 py-1 font-medium wrap-anywhere">{mine}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { setCount } from './conclude-group'
import { offeredCounts } from './count-sheet'
import type { FieldGroup } from './field-client'
import { openTasks } from './group-view'
import { goTo } from './place'

/** "Quantas?" with the usual answers, any other number, and the way to choose them one by one. */
export function CountField({ group, count }: { group: FieldGroup; count: number }) {
  const t = useTranslations('field')
  const open = openTasks(group)
  const all = open.length
  const offered = offeredCounts(all)
  const isOther = !offered.some((offer) => offer.count === count)
  return (
    <fieldset className="block">
      <legend className="label">{t('count.title')}</legend>
      <div className="choices choices--4">
        {offered.map((offer) => (
          <label className="choice" key={offer.count}>
            <input
              type="radio"
              name="count"
              checked={offer.count === Math.min(count, all)}
              onChange={() => setCount(group, offer.count)}
            />
            <Check aria-hidden className="i i--s mark" />
            {offer.isAll ? t('count.allShort', { count: all }) : offer.count}
          </label>
        ))}
      </div>
      <div className="inputrow">
        <input
          className="input input--count"
          inputMode="numeric"
          aria-label={t('count.other', { most: all })}
          placeholder={t('count.otherHint')}
          value={isOther ? count : ''}
          onChange={({ target }) => {
            const typed = Number(target.value.replace(/\D/g, ''))
            setCount(group, Math.min(Math.max(1, typed), all))
          }}
        />
        <button
          className="btn btn--units"
          type="button"
          onClick={() => goTo({ screen: 'task', sheet: null, taskId: open[0]?.id ?? null })}
        >
          {t('act.chooseUnits')}
        </button>
      </div>
    </fieldset>
  )
}

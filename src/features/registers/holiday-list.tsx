'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import { HolidayForm } from './holiday-form'
import type { Registers } from './register-data'

type Holiday = Registers['holidays'][number]

/** Holidays, a section for each year. They alone are deleted: nothing refers to them. */
export function HolidayList({ holidays, mayWrite }: { holidays: readonly Holiday[]; mayWrite: boolean }) {
  const t = useTranslations('registers')
  const [isAdding, setIsAdding] = useState(false)
  const years = [...new Set(holidays.map(({ observedOn }) => observedOn.slice(0, 4)))]
  return (
    <>
      <Section
        title={t('tabs.holidays')}
        note={t('notes.holidays')}
        isFlush
        end={
          mayWrite && (
            <Button icon={Plus} size="small" onClick={() => setIsAdding(true)}>
              {t('add.holidays')}
            </Button>
          )
        }
      >
        {isAdding && <HolidayForm onClose={() => setIsAdding(false)} />}
        {!isAdding && holidays.length === 0 && <p className="px-4 py-3 text-ink-2">{t('empty')}</p>}
      </Section>
      {years.map((year) => (
        <Section key={year} title={t('holidays.year', { year })} isFlush>
          <ul className="divide-y divide-line">
            {holidays
              .filter(({ observedOn }) => observedOn.startsWith(year))
              .map((holiday) => (
                <HolidayLine key={holiday.observedOn} holiday={holiday} mayWrite={mayWrite} />
              ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

function HolidayLine({ holiday: { observedOn, name }, mayWrite }: { holiday: Holiday; mayWrite: boolean }) {
  const t = useTranslations('registers')
  const remove = useCommand(useTRPC().registers.removeHoliday, { doneMessage: t('done.removed', { name }) })
  return (
    <li className="flex min-h-(--row) items-center gap-3 px-4 py-1">
      <span className="w-[88px] flex-none text-ink-2">{formatDate(observedOn)}</span>
      <span className="font-medium">{name}</span>
      {mayWrite && (
        <Button
          variant="ghost"
          size="small"
          icon={Trash2}
          className="ml-auto"
          aria-label={t('holidays.removeOf', { name })}
          isPending={remove.isPending}
          onClick={() => void remove.run({ observedOn })}
        >
          {t('actions.remove')}
        </Button>
      )}
    </li>
  )
}

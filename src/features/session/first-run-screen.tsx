import { useTranslations } from 'next-intl'
import { Entrance } from './entrance'
import { FirstRunForm } from './first-run-form'

/** What an empty installation asks first. */
export function FirstRunScreen() {
  const t = useTranslations('session.firstRun')
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <FirstRunForm />
    </Entrance>
  )
}

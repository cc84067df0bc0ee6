'use client'
import { useTranslations } from 'next-intl'
import { deviceOf } from '@/lib/user-agent'

/** A device in plain words: "Chrome no Windows". */
export function useDeviceWords(): (userAgent: string | null) => string {
  const t = useTranslations('account.device')
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent)
    if (browser && system) return t('both', { browser, system })
    return browser ?? (system ? t('systemOnly', { system }) : t('unknown'))
  }
}

'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Permission } from '@/contract/permissions'
import { type NavEntry, navigationFor } from '@/features/navigation/navigation'
import { useShortcut } from '@/ui/shortcut-provider'

/** G and a letter go to a screen. */
export function GoShortcuts({ permissions }: { permissions: readonly Permission[] }) {
  return navigationFor(permissions)
    .flatMap((group) => group.entries)
    .map((entry) => entry.letter && <GoShortcut key={entry.id} entry={entry} letter={entry.letter} />)
}

function GoShortcut({ entry, letter }: { entry: NavEntry; letter: string }) {
  const t = useTranslations()
  const router = useRouter()
  useShortcut(`g ${letter}`, () => router.push(entry.href as Route), {
    label: t(`shell.entries.${entry.id}`),
    group: t('kit.shortcuts.navigation'),
  })
  return null
}

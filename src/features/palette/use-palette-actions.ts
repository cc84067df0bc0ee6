'use client'
import {
  CircleHelp,
  ClipboardList,
  FileText,
  Keyboard,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  ReceiptText,
  Sun,
  Users,
  Wrench,
} from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import type { Permission } from '@/contract/permissions'
import { useRefusalSentence } from '@/features/refusals/use-refusal-sentence'
import { signOutHere } from '@/features/session/sign-out-here'
import type { CommandItem } from '@/ui/command-dialog'
import { useShortcutHelp } from '@/ui/shortcut-help'

type Creation = {
  id: 'newOrder' | 'newQuote' | 'newCustomer' | 'newService' | 'bill'
  href: string
  permission: Permission
  icon: LucideIcon
}

const creations: readonly Creation[] = [
  { id: 'newOrder', href: '/sales-orders/new', permission: 'salesOrders.write', icon: ClipboardList },
  { id: 'newQuote', href: '/quotes/new', permission: 'quotes.write', icon: FileText },
  { id: 'newCustomer', href: '/customers/new', permission: 'customers.write', icon: Users },
  { id: 'newService', href: '/services/new', permission: 'services.write', icon: Wrench },
  { id: 'bill', href: '/invoices', permission: 'invoices.issue', icon: ReceiptText },
]

/** What can be done from anywhere; what this person's role does not allow says so. */
export function usePaletteActions({
  permissions,
  onTerms,
}: {
  permissions: readonly Permission[]
  onTerms: () => void
}): CommandItem[] {
  const t = useTranslations('palette.actions')
  const router = useRouter()
  const sentenceOf = useRefusalSentence()
  const showShortcuts = useShortcutHelp()
  const { setTheme } = useTheme()
  return [
    ...creations.map(
      ({ id, href, permission, icon }): CommandItem => ({
        id,
        label: t(id),
        icon,
        blockedBy: permissions.includes(permission)
          ? undefined
          : sentenceOf([{ code: 'FORBIDDEN', params: { permission } }]),
        onSelect: () => router.push(href as Route),
      }),
    ),
    { id: 'terms', label: t('terms'), icon: CircleHelp, onSelect: onTerms },
    { id: 'shortcuts', label: t('shortcuts'), icon: Keyboard, onSelect: showShortcuts },
    { id: 'light', label: t('light'), icon: Sun, onSelect: () => setTheme('light') },
    { id: 'dark', label: t('dark'), icon: Moon, onSelect: () => setTheme('dark') },
    { id: 'system', label: t('system'), icon: Monitor, onSelect: () => setTheme('system') },
    { id: 'signOut', label: t('signOut'), icon: LogOut, onSelect: signOutHere },
  ]
}

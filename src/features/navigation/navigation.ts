import {
  ClipboardList,
  FileText,
  House,
  KeyRound,
  ListChecks,
  type LucideIcon,
  ReceiptText,
  Settings,
  Target,
  UserCog,
  Users,
  Wrench,
} from 'lucide-react'
import type { Permission } from '@/contract/permissions'

export type NavEntry = {
  id:
    | 'home'
    | 'salesOrders'
    | 'quotes'
    | 'opportunities'
    | 'tasks'
    | 'invoices'
    | 'customers'
    | 'services'
    | 'members'
    | 'tokens'
    | 'settings'
  href: string
  icon: LucideIcon
  permission: Permission
  /** The letter after G. */
  letter?: string
  counter?: 'late' | 'ready'
}

export type NavGroup = {
  id: 'start' | 'sales' | 'crm' | 'billing' | 'registers' | 'management'
  entries: readonly NavEntry[]
}

const groups: readonly NavGroup[] = [
  { id: 'start', entries: [{ id: 'home', href: '/', icon: House, permission: 'tasks.read', letter: 'i' }] },
  {
    id: 'sales',
    entries: [
      { id: 'salesOrders', href: '/sales-orders', icon: ClipboardList, permission: 'salesOrders.read', letter: 'p' },
      { id: 'quotes', href: '/quotes', icon: FileText, permission: 'quotes.read', letter: 'r' },
    ],
  },
  {
    id: 'crm',
    entries: [
      { id: 'opportunities', href: '/opportunities', icon: Target, permission: 'opportunities.read', letter: 'o' },
      { id: 'tasks', href: '/tasks', icon: ListChecks, permission: 'tasks.read', letter: 't', counter: 'late' },
    ],
  },
  {
    id: 'billing',
    entries: [
      {
        id: 'invoices',
        href: '/invoices',
        icon: ReceiptText,
        permission: 'invoices.read',
        letter: 'f',
        counter: 'ready',
      },
    ],
  },
  {
    id: 'registers',
    entries: [
      { id: 'customers', href: '/customers', icon: Users, permission: 'customers.read', letter: 'c' },
      { id: 'services', href: '/services', icon: Wrench, permission: 'services.read', letter: 's' },
    ],
  },
  {
    id: 'management',
    entries: [
      { id: 'members', href: '/people', icon: UserCog, permission: 'members.list' },
      { id: 'tokens', href: '/access-tokens', icon: KeyRound, permission: 'tokens.list' },
      // Who manages people manages the small things too; the page shows each what they may open.
      { id: 'settings', href: '/settings', icon: Settings, permission: 'members.list' },
    ],
  },
]

/** The entries that these permissions open, without empty groups. */
export function navigationFor(permissions: readonly Permission[]): NavGroup[] {
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => permissions.includes(entry.permission)) }))
    .filter((group) => group.entries.length > 0)
}

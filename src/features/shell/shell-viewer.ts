import type { Permission, Role } from '@/contract/permissions'

/** Who looks at the office and from which company; the layout's gate reads it from the session. */
export type ShellViewer = {
  user: { name: string; roles: readonly Role[] }
  company: { id: string; name: string }
  /** Every company of the person; the switcher shows with two or more. */
  companies: readonly { id: string; name: string }[]
  permissions: readonly Permission[]
}

import type { Permission } from '@/contract/permissions'
import type { ViewedList } from '@/contract/saved-views'

/** What reading a list takes; whoever may read it may keep views of it. */
export const permissionOfList: Record<ViewedList, Permission> = {
  salesOrders: 'salesOrders.read',
  quotes: 'quotes.read',
  opportunities: 'opportunities.read',
  tasks: 'tasks.read',
  invoices: 'invoices.read',
}

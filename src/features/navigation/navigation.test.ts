import { expect, test } from 'vitest'
import { permissionsOf } from '@/contract/permissions'
import { navigationFor } from './navigation'

const entriesOf = (role: keyof typeof permissionsOf) =>
  navigationFor(permissionsOf[role]).flatMap((group) => group.entries.map((entry) => entry.id))

test('an administrator sees everything, a technician nothing of the office', () => {
  expect(entriesOf('admin')).toEqual([
    'home',
    'salesOrders',
    'quotes',
    'opportunities',
    'tasks',
    'invoices',
    'customers',
    'services',
    'members',
    'tokens',
    'settings',
  ])
  expect(entriesOf('technician')).toEqual([])
})

test('a manager reaches people and, through the settings, projects and contracts', () => {
  expect(entriesOf('manager').slice(-2)).toEqual(['members', 'settings'])
})

test('nobody without the permission sees people or settings', () => {
  for (const role of ['seller', 'coordinator', 'biller'] as const) {
    expect(entriesOf(role)).not.toContain('settings')
    expect(entriesOf(role)).not.toContain('members')
  }
})

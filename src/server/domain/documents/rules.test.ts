import { expect, it } from 'vitest'
import { permissionsOfLink, permissionToShare, statusOfLink } from './rules'

it('lets a link read its own paper alone, with prices where the paper has them', () => {
  expect([...permissionsOfLink('quote')]).toEqual(['quotes.read', 'values.read'])
  expect([...permissionsOfLink('sales_order')]).toEqual(['salesOrders.read', 'values.read'])
  expect([...permissionsOfLink('service_report')]).toEqual(['salesOrders.read'])
  expect([permissionToShare('quote'), permissionToShare('service_report')]).toEqual([
    'quotes.write',
    'salesOrders.write',
  ])
})

it('ends a link by its day or by hand', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const later = new Date('2026-11-25T12:00:00Z')
  expect(statusOfLink({ revokedAt: null, expiresAt: later }, now)).toBe('active')
  expect(statusOfLink({ revokedAt: null, expiresAt: now }, now)).toBe('expired')
  expect(statusOfLink({ revokedAt: now, expiresAt: later }, now)).toBe('revoked')
})

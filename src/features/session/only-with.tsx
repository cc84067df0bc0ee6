'use client'
import type { ReactNode } from 'react'
import type { Permission } from '@/contract/permissions'
import { Unavailable } from '@/ui/unavailable'
import { useViewer } from './use-viewer'

/** A screen for those who have the permission; others learn that it is not of their role before they type anything. */
export function OnlyWith({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { permissions } = useViewer()
  return permissions.includes(permission) ? children : <Unavailable reason="FORBIDDEN" />
}

'use client'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useState } from 'react'
import type { Permission } from '@/contract/permissions'
import { useShortcut } from '@/ui/shortcut-provider'

const Palette = dynamic(() => import('./palette').then((module) => module.Palette), { ssr: false })
const OpenContext = createContext<() => void>(() => undefined)

/** Opens the palette. */
export const usePalette = () => use(OpenContext)

/** Ctrl+K from anywhere in the office; the palette itself is loaded when it is first wanted. */
export function PaletteProvider({
  permissions,
  children,
}: {
  permissions: readonly Permission[]
  children: ReactNode
}) {
  const t = useTranslations('kit.shortcuts')
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const open = () => setState('open')
  useShortcut('mod+k', open, { label: t('palette'), group: t('navigation') })
  return (
    <OpenContext value={open}>
      {children}
      {state !== 'never' && (
        <Palette permissions={permissions} isOpen={state === 'open'} onClose={() => setState('closed')} />
      )}
    </OpenContext>
  )
}

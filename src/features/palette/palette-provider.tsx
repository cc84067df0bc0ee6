'use client'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { Permission } from '@/contract/permissions'
import { useShortcut } from '@/ui/shortcut-provider'

const load = () => import('./palette')
const Palette = dynamic(() => load().then((module) => module.Palette), { ssr: false })
const OpenContext = createContext<() => void>(() => undefined)

/** Opens the palette. */
export const usePalette = () => use(OpenContext)

/** Ctrl+K from anywhere in the office; the palette itself is loaded once the page has settled. */
export function PaletteProvider({
  permissions,
  children,
}: {
  permissions: readonly Permission[]
  children: ReactNode
}) {
  const t = useTranslations('kit.shortcuts')
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const [typed, setTyped] = useState('')
  const isOpen = state === 'open'
  const open = () => {
    setTyped('')
    setState('open')
  }
  useShortcut('mod+k', open, { label: t('palette'), group: t('navigation') })
  useEffect(() => {
    const timer = setTimeout(() => void load(), 2_000)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (!isOpen) return
    // What is typed before the field has the focus belongs to it, not to the page below.
    const catchEarly = (event: KeyboardEvent) => {
      const isIn = event.target instanceof Element && event.target.closest('.ui-overlay') !== null
      if (isIn || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      setTyped((before) => before + event.key)
    }
    window.addEventListener('keydown', catchEarly, true)
    return () => window.removeEventListener('keydown', catchEarly, true)
  }, [isOpen])
  return (
    <OpenContext value={open}>
      {children}
      {state !== 'never' && (
        <Palette
          permissions={permissions}
          isOpen={isOpen}
          onClose={() => setState('closed')}
          typed={typed}
          onType={setTyped}
        />
      )}
    </OpenContext>
  )
}

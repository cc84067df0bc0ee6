import { useSyncExternalStore } from 'react'
import { themeKey } from './theme-script'

/** The field's own three looks. */
export type Theme = 'claro' | 'escuro' | 'sol'
export const themes: readonly Theme[] = ['claro', 'escuro', 'sol']

const listeners = new Set<() => void>()

/** The look that is shown, and the one that the person chose, or null when the system decides. Live. */
export function useTheme(): { shown: Theme; chosen: Theme | null } {
  const shown = useSyncExternalStore(subscribe, readShown, () => 'claro' as const)
  const chosen = useSyncExternalStore(subscribe, readChosen, () => null)
  return { shown, chosen }
}

/** Chooses a look; null leaves it to the system. */
export function chooseTheme(theme: Theme | null) {
  try {
    if (theme) localStorage.setItem(themeKey, theme)
    else localStorage.removeItem(themeKey)
  } catch {
    // Without storage the look lasts as long as the page.
  }
  document.documentElement.dataset.theme = theme ?? themeOfSystem()
  for (const listener of listeners) listener()
}

/** In the sun and back. */
export function toggleSun() {
  if (readShown() !== 'sol') chooseTheme('sol')
  else chooseTheme(themeOfSystem() === 'sol' ? 'claro' : null)
}

function themeOfSystem(): Theme {
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'sol'
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'escuro' : 'claro'
}

function readShown(): Theme {
  const shown = document.documentElement.dataset.theme
  return themes.find((theme) => theme === shown) ?? 'claro'
}

function readChosen(): Theme | null {
  try {
    const stored = localStorage.getItem(themeKey)
    return themes.find((theme) => theme === stored) ?? null
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

'use client'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useState } from 'react'
import { Checkbox } from './checkbox'
import { Dialog } from './dialog'
import { Kbd } from './kbd'
import { useLetterShortcuts, useShortcut, useShortcutList } from './shortcut-provider'

const OpenContext = createContext<() => void>(() => undefined)

/** Shows the help sheet. */
export const useShortcutHelp = () => use(OpenContext)

/** `?` lists the shortcuts that work on this screen, and the switch for single letters. */
export function ShortcutHelpProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('kit.shortcuts')
  const [isOpen, setIsOpen] = useState(false)
  useShortcut('?', () => setIsOpen(true), { label: t('open'), group: t('navigation') })
  useShortcut('mod+enter', null, { label: t('submit'), group: t('windows') })
  useShortcut('escape', null, { label: t('close'), group: t('windows') })
  return (
    <OpenContext value={() => setIsOpen(true)}>
      {children}
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('title')}>
        <ShortcutGroups />
      </Dialog>
    </OpenContext>
  )
}

type Listed = { keys: string; label: string }

function ShortcutGroups() {
  const t = useTranslations('kit.shortcuts')
  const list = useShortcutList()
  const [isOn, setIsOn] = useLetterShortcuts()
  const groups = new Map<string, Listed[]>(
    [t('thisScreen'), t('rows'), t('windows'), t('navigation')].map((name) => [name, []]),
  )
  for (const { keys, label, group = t('thisScreen') } of list()) {
    const others = (groups.get(group) ?? []).filter((other) => other.keys !== keys)
    if (label) groups.set(group, [...others, { keys, label }])
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-x-8 gap-y-4 max-phone:grid-cols-1">
        {[...groups].map(
          ([group, shortcuts]) =>
            shortcuts.length > 0 && <ShortcutGroup key={group} name={group} shortcuts={shortcuts} />,
        )}
      </div>
      <div className="border-t border-line pt-3">
        <Checkbox label={t('letters')} hint={t('lettersHint')} value={isOn} onChange={setIsOn} />
      </div>
    </>
  )
}

function ShortcutGroup({ name, shortcuts }: { name: string; shortcuts: readonly Listed[] }) {
  const t = useTranslations('kit.shortcuts')
  return (
    <section>
      <h3 className="text-xs font-medium text-ink-3">{name}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className="flex items-center gap-3 py-1">
            <dt>{label}</dt>
            <dd className="ml-auto flex items-center gap-1">
              {keys.split(' ').map((key, index) => (
                <span key={key} className="flex items-center gap-1">
                  {index > 0 && <span className="text-xs text-ink-3">{t('then')}</span>}
                  <Kbd>{keyName(key, t('space'))}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function keyName(key: string, space: string): string {
  if (key === 'space') return space
  const [last = '', ...modifiers] = key.split('+').toReversed()
  const name = { escape: 'Esc', enter: 'Enter' }[last] ?? last.toUpperCase()
  return [...modifiers.map(() => 'Ctrl'), name].join('+')
}

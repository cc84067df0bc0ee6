'use client'
import { useTranslations } from 'next-intl'
import { Checkbox } from './checkbox'
import { Dialog } from './dialog'
import { Kbd } from './kbd'
import { type Shortcut, useLetterShortcuts, useShortcutList } from './shortcut-provider'

/** The shortcuts that work on this screen, and the switch for single letters. */
export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('kit.shortcuts')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <ShortcutGroups />
    </Dialog>
  )
}

function ShortcutGroups() {
  const t = useTranslations('kit.shortcuts')
  const list = useShortcutList()
  const [isOn, setIsOn] = useLetterShortcuts()
  const groups = new Map<string, Shortcut[]>()
  for (const shortcut of list()) {
    const group = shortcut.group ?? t('thisScreen')
    groups.set(group, [...(groups.get(group) ?? []), shortcut])
  }
  return (
    <>
      {[...groups].map(([group, shortcuts]) => (
        <section key={group}>
          <h3 className="text-xs font-medium text-ink-3">{group}</h3>
          <dl>
            {shortcuts.map((shortcut) => (
              <div key={shortcut.keys} className="flex items-center gap-3 py-1">
                <dt>{shortcut.label}</dt>
                <dd className="ml-auto flex items-center gap-1">
                  {shortcut.keys.split(' ').map((key, index) => (
                    <span key={key} className="flex items-center gap-1">
                      {index > 0 && <span className="text-xs text-ink-3">{t('then')}</span>}
                      <Kbd>{key.replace('mod+', 'Ctrl+').replace('escape', 'Esc').toUpperCase()}</Kbd>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox label={t('letters')} value={isOn} onChange={setIsOn} />
    </>
  )
}

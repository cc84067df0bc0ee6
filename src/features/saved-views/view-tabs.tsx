'use client'
import { useQuery } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ViewedList, viewQuery } from '@/contract/saved-views'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { Menu } from '@/ui/menu'
import { type Tab, Tabs } from '@/ui/tabs'
import { type SavedView, ViewDialog } from './view-dialog'

type Asking = { about: 'new' | 'change' | 'remove' }

/** The tabs of a list: its own views, which nobody changes, then those that people saved; and the way to save what is shown now. */
export function ViewTabs({ list, label, tabs }: { list: ViewedList; label: string; tabs: readonly Tab[] }) {
  const t = useTranslations('savedViews')
  const trpc = useTRPC()
  const pathname = usePathname()
  const address = useSearchParams()
  const { data: views = [] } = useQuery(trpc.savedViews.list.queryOptions({ list }))
  const [asking, setAsking] = useState<Asking | null>(null)
  const save = useCommand(trpc.savedViews.save, { doneMessage: ({ name }) => t('saved', { name }) })
  const remove = useCommand(trpc.savedViews.remove, { doneMessage: t('removed') })

  const shown = viewQuery(list, address)
  const current = views.find(({ id }) => id === address.get('saved')) ?? null
  const hrefOf = ({ id, query }: { id: string; query: string }) =>
    `${pathname}?${new URLSearchParams([...new URLSearchParams(query), ['saved', id]])}`
  const goTo = (href: string) => window.history.replaceState(null, '', href)

  return (
    <>
      <Tabs
        label={label}
        tabs={[
          ...tabs.map((tab) => ({
            ...tab,
            href: withoutSaved(tab.href),
            isCurrent: tab.isCurrent && current === null,
          })),
          ...views.map((view) => ({
            label: view.name,
            href: hrefOf(view),
            isCurrent: view.id === current?.id,
          })),
        ]}
        end={
          current ? (
            <>
              {shown !== current.query && (
                <>
                  <span className="text-ink-2">{t('changed')}</span>
                  {current.actions.change.length === 0 && (
                    <Button
                      size="small"
                      variant="link"
                      isPending={save.isPending}
                      onClick={() =>
                        void save.run({
                          list,
                          viewId: current.id,
                          name: current.name,
                          isShared: current.isShared,
                          query: shown,
                        })
                      }
                    >
                      {t('save')}
                    </Button>
                  )}
                  <Button size="small" variant="link" onClick={() => setAsking({ about: 'new' })}>
                    {t('saveAs')}
                  </Button>
                  <Button size="small" variant="link" onClick={() => goTo(hrefOf(current))}>
                    {t('discard')}
                  </Button>
                </>
              )}
              <ViewMenu view={current} onAsk={(about) => setAsking({ about })} />
            </>
          ) : (
            shown !== '' && (
              <Button size="small" variant="link" onClick={() => setAsking({ about: 'new' })}>
                {t('new')}
              </Button>
            )
          )
        }
      />
      {(asking?.about === 'new' || asking?.about === 'change') && (
        <ViewDialog
          list={list}
          view={asking.about === 'change' ? current : null}
          query={asking.about === 'change' && current ? current.query : shown}
          onClose={() => setAsking(null)}
          onSaved={(id) => goTo(hrefOf({ id, query: shown }))}
        />
      )}
      {asking?.about === 'remove' && current && (
        <ConfirmDialog
          isOpen
          onClose={() => setAsking(null)}
          title={t('removeTitle', { name: current.name })}
          consequence={t(current.isShared ? 'removeShared' : 'removeOwn')}
          confirmLabel={t('remove')}
          keepLabel={t('keep')}
          isDanger
          isPending={remove.isPending}
          onConfirm={() =>
            void remove.run({ list, viewId: current.id }).then((removed) => {
              if (!removed) return
              setAsking(null)
              goTo(withoutSaved(`${pathname}?${address}`))
            })
          }
        />
      )}
    </>
  )
}

function ViewMenu({ view, onAsk }: { view: SavedView; onAsk: (about: 'change' | 'remove') => void }) {
  const t = useTranslations('savedViews')
  const blockedBy = view.actions.change.length > 0 ? t('ofSomebodyElse', { name: view.sharedBy ?? '' }) : undefined
  return (
    <Menu
      label={t('menu', { name: view.name })}
      entries={[
        { label: t('change'), onSelect: () => onAsk('change'), blockedBy },
        { label: t('remove'), onSelect: () => onAsk('remove'), blockedBy, isDanger: true },
      ]}
    />
  )
}

function withoutSaved(href: string): string {
  const [path = '', query = ''] = href.split('?')
  const params = new URLSearchParams(query)
  params.delete('saved')
  return params.size > 0 ? `${path}?${params}` : path
}

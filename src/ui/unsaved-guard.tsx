'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog'

/** Asks before a link or the closing of the tab throws typed work away. Stands in a page's form while `isDirty`. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const t = useTranslations('kit.unsaved')
  const router = useRouter()
  const [target, setTarget] = useState<string | null>(null)
  useEffect(() => {
    if (!isDirty) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const href = leadsAway(event)
      if (href === null) return
      event.preventDefault()
      event.stopPropagation()
      setTarget(href)
    }
    window.addEventListener('beforeunload', onUnload)
    // On the window, so that it comes before the router's own listener.
    window.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      window.removeEventListener('click', onClick, true)
    }
  }, [isDirty])
  return (
    <ConfirmDialog
      isOpen={target !== null}
      onClose={() => setTarget(null)}
      title={t('title')}
      consequence={t('consequence')}
      confirmLabel={t('leave')}
      keepLabel={t('stay')}
      isDanger
      onConfirm={() => {
        const href = target
        setTarget(null)
        if (href !== null) router.push(href as Route)
      }}
    />
  )
}

function leadsAway(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.origin !== window.location.origin)
    return null
  const { pathname, search } = window.location
  if (link.pathname === pathname && link.search === search) return null
  return link.pathname + link.search + link.hash
}

'use client'
import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

/** The region where short statuses appear; wraps the office once. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('kit')
  return (
    <Toast.Provider timeout={6000} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('notifications')}
          className="fixed right-4 bottom-4 z-60 flex w-[min(400px,calc(100vw-32px))] flex-col gap-2"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const t = useTranslations('kit')
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={classNames(
        'ui-popup flex items-start gap-2 rounded-control border bg-surface py-2 pr-1 pl-3 shadow-popup',
        toast.type === 'alert' ? 'border-danger-tx' : 'border-control',
      )}
    >
      {toast.type === 'alert' ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none text-danger-tx" />
      ) : (
        <CircleCheck aria-hidden className="mt-0.5 size-4 flex-none text-ok-tx" />
      )}
      <Toast.Content className="min-w-0 flex-1">
        <Toast.Title render={<p />} />
      </Toast.Content>
      <Toast.Close render={<IconButton icon="close" label={t('close')} className="-my-1" />} />
    </Toast.Root>
  ))
}

/** `status` for what was saved (goes by itself), `alert` for a failure (stays until closed). Never the only place of an information. */
export function useToast(): { status: (text: string) => void; alert: (text: string) => void } {
  const manager = Toast.useToastManager()
  return {
    status: (text) => {
      manager.add({ title: text, type: 'status', priority: 'low' })
    },
    alert: (text) => {
      manager.add({ title: text, type: 'alert', priority: 'high', timeout: 0 })
    },
  }
}

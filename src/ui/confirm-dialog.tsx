'use client'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { useShortcut } from './shortcut-provider'
import { TextArea } from './text-area'

export type ConfirmDialogProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  /** What will happen, in numbers and names; never "tem certeza?". */
  consequence: ReactNode
  /** The verb with its object: "Cancelar pedido 10482". */
  confirmLabel: string
  /** How to leave things as they are: "Manter o pedido". */
  keepLabel?: string
  isDanger?: boolean
  isPending?: boolean
  /** Asks why; `onConfirm` receives the trimmed text. */
  reason?: { label?: string; hint?: ReactNode; isRequired?: boolean; minLength?: number; maxLength?: number }
  /** Refusals of the last try. */
  error?: ReactNode
  onConfirm: (reason: string) => void
  children?: ReactNode
}

/** A question before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, isPending } = props
  return (
    <AlertDialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open && !isPending) onClose()
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="ui-scrim" />
        <AlertDialog.Viewport className="fixed inset-0 z-50 grid place-items-center p-6 max-phone:p-3">
          <AlertDialog.Popup className="ui-overlay flex max-h-full w-full max-w-[560px] flex-col overflow-hidden rounded-card border border-line bg-surface shadow-overlay">
            <Question {...props} />
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

function Question({
  onClose,
  title,
  consequence,
  confirmLabel,
  keepLabel,
  isDanger = false,
  isPending = false,
  reason,
  error,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const t = useTranslations('kit')
  const [text, setText] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const least = reason?.minLength ?? (reason?.isRequired ? 1 : 0)
  const isReasonShort = text.trim().length < least
  const reasonError = wasTried && isReasonShort ? t('validation.tooShort', { minimum: least }) : undefined
  function confirm() {
    setWasTried(true)
    if (!isReasonShort && !isPending) onConfirm(text.trim())
  }
  useShortcut('mod+enter', confirm, { isInOverlay: true })
  return (
    <form
      className="flex min-h-0 flex-col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <div className="min-h-0 flex-1 space-y-3 overflow-auto px-6 py-4">
        <AlertDialog.Title className="text-base font-bold">{title}</AlertDialog.Title>
        <AlertDialog.Description render={<div className="text-ink-2" />}>{consequence}</AlertDialog.Description>
        {children}
        {reason && (
          <TextArea
            label={reason.label ?? t('reason.label')}
            hint={reason.hint}
            placeholder={t('reason.placeholder')}
            isRequired={least > 0}
            maxLength={reason.maxLength}
            value={text}
            onChange={setText}
            error={reasonError}
          />
        )}
        {error && (
          <div role="alert" className="font-medium text-danger-tx">
            {error}
          </div>
        )}
      </div>
      <footer className="flex flex-none flex-wrap justify-end gap-2 border-t border-line px-6 py-3 max-phone:*:flex-1">
        <Button onClick={onClose} isDisabled={isPending}>
          {keepLabel ?? t('cancel')}
        </Button>
        <Button type="submit" variant={isDanger ? 'danger' : 'primary'} isPending={isPending}>
          {confirmLabel}
        </Button>
      </footer>
    </form>
  )
}

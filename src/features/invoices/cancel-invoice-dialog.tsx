'use client'
import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type CancelCode, cancelTextLength } from '@/contract/invoices'
import { RefusalBlockers } from '@/features/refusals/refusal-blockers'
import { formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { useShortcut } from '@/ui/shortcut-provider'
import { TextArea } from '@/ui/text-area'
import { CancelReason } from './cancel-reason'
import type { InvoiceDialogProps } from './correct-invoice-dialog'
import { useInvoiceName } from './use-invoice-name'

/** Asks the authority to cancel a note: the reason decides what becomes of its units (F10). */
export function CancelInvoiceDialog({ invoice, onClose }: InvoiceDialogProps) {
  const t = useTranslations('invoices.cancel')
  const kit = useTranslations('kit.validation')
  const errors = useTranslations('errors')
  const nameOf = useInvoiceName()
  const [code, setCode] = useState<CancelCode | null>(null)
  const [reopens, setReopens] = useState<ReadonlySet<string>>(new Set())
  const [version] = useState(invoice.version)
  const [text, setText] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const cancel = useCommand(useTRPC().invoices.cancel, {
    doneMessage: t('done'),
    onDone: onClose,
    onRefused: () => undefined,
  })
  const held = invoice.lines.flatMap(({ units }) => units.filter(({ isHeld }) => isHeld))
  const units = invoice.lines.reduce((sum, { plannedUnits }) => sum + plannedUnits, 0)
  const length = text.trim().length
  const isTextShort = length < cancelTextLength.least && (code === 9 || length > 0)
  const isUnitMissing = code === 2 && held.length > 0 && reopens.size === 0
  const amount = invoice.totalCents === null ? null : formatCents(invoice.totalCents)
  const send = () => {
    setWasTried(true)
    if (code === null || isUnitMissing || isTextShort) return
    const reopenTaskIds = code === 1 ? [] : [...reopens]
    void cancel.run({ invoiceId: invoice.id, version, code, reopenTaskIds, text: text.trim() })
  }
  useShortcut('mod+enter', send, { isInOverlay: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('title', { name: nameOf(invoice) })}
      description={amount ? t('summary', { amount, units }) : t('summaryPlain', { units })}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button variant="danger" shortcut="Ctrl+Enter" isPending={cancel.isPending} onClick={send}>
            {amount ? t('confirm', { amount }) : t('confirmPlain')}
          </Button>
        </>
      }
    >
      <RefusalBlockers title={t('refused')} refusal={cancel.refusal} />
      <CancelReason
        invoiceId={invoice.id}
        units={units}
        held={held}
        code={code}
        onCode={setCode}
        reopens={reopens}
        onReopens={setReopens}
        error={wasTried && code === null ? t('chooseReason') : undefined}
        unitsError={wasTried && isUnitMissing ? errors('UNITS_TO_REOPEN_REQUIRED') : undefined}
      />
      <TextArea
        label={t('text')}
        value={text}
        rows={2}
        maxLength={cancelTextLength.most}
        isRequired={code === 9}
        hint={code === 9 ? t('textRequired', { ...cancelTextLength }) : t('textOptional')}
        error={wasTried && isTextShort ? kit('tooShort', { minimum: cancelTextLength.least }) : undefined}
        onChange={setText}
      />
      <Callout tone="warn" icon={Clock}>
        {t('when')}
      </Callout>
    </Dialog>
  )
}

'use client'
import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/text-field'

export type LinkDialogProps = {
  title: string
  lead: string
  label: string
  /** Null when the answer with the secret was lost and had to be repeated. */
  link: { path: '/invitation' | '/new-password'; secret: string } | null
  onClose: () => void
}

/** A link to hand over to one person; it cannot be shown again. */
export function LinkDialog({ title, lead, label, link, onClose }: LinkDialogProps) {
  const t = useTranslations('members.link')
  const [isCopied, setIsCopied] = useState(false)
  const address = link ? `${window.location.origin}${link.path}#${link.secret}` : null
  const field = useRef<HTMLInputElement>(null)
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setIsCopied(true)
    } catch {
      // Without https a browser copies nothing by itself: the text is at least chosen.
      field.current?.select()
    }
  }
  return (
    <Dialog
      isOpen
      isPressOutsideIgnored
      onClose={onClose}
      title={title}
      footer={
        <>
          {address && (
            <Button icon={Copy} onClick={() => void copy(address)}>
              {isCopied ? t('copied') : t('copy')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      {address ? (
        <>
          <TextField ref={field} label={label} value={address} onChange={() => undefined} isReadOnly />
          <Callout tone="warn">{t('once')}</Callout>
        </>
      ) : (
        <Callout tone="danger">{t('lost')}</Callout>
      )}
    </Dialog>
  )
}

'use client'
import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/text-field'

/** A key as the answer to its creation names it; the secret is missing when that answer had to be repeated. */
export type CreatedToken = { name: string; secret?: string }

/** Shows a new key, the only time it can be seen. */
export function NewSecretDialog({ token, onClose }: { token: CreatedToken; onClose: () => void }) {
  const t = useTranslations('tokens.created')
  const [isCopied, setIsCopied] = useState(false)
  const { name, secret } = token
  async function copy(text: string) {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <Dialog
      isOpen
      isPressOutsideIgnored
      onClose={onClose}
      title={t('title')}
      footer={
        <>
          {secret && (
            <Button icon={Copy} onClick={() => void copy(secret)}>
              {isCopied ? t('copied') : t('copy')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {secret ? (
        <>
          <Callout tone="warn">{t('once')}</Callout>
          <TextField label={t('secret', { name })} value={secret} onChange={() => undefined} isReadOnly />
        </>
      ) : (
        <Callout tone="danger">{t('lost')}</Callout>
      )}
    </Dialog>
  )
}

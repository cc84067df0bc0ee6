'use client'
import { ImageUp, Trash2 } from 'lucide-react'
import Image from 'next/image'
import { useTranslations } from 'next-intl'
import { use, useId, useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { ScreenCompany } from '@/trpc/same-company'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { buttonStyle } from '@/ui/button-style'
import { Callout } from '@/ui/callout'
import { Section } from '@/ui/section'
import { sendLogo } from './send-logo'

/** The picture at the head of quotes, orders and reports: sent, changed and taken away by itself, apart from the form. */
export function CompanyLogo({ logoFileId, isReadOnly }: { logoFileId: string | null; isReadOnly: boolean }) {
  const t = useTranslations('companies.logo')
  const companyId = use(ScreenCompany)
  const hintId = useId()
  const [isSending, setIsSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const set = useCommand(useTRPC().companies.setLogo, {
    doneMessage: ({ logoFileId: stored }) => t(stored === null ? 'removed' : 'saved'),
  })
  async function take(file: File) {
    setIsSending(true)
    setFailure(null)
    const sent = await sendLogo(file, companyId)
    if ('fileId' in sent) await set.run({ fileId: sent.fileId })
    else setFailure(sent.refusal?.message ?? t('noAnswer'))
    setIsSending(false)
  }
  const isPending = isSending || set.isPending
  const choose = t(logoFileId === null ? 'choose' : 'change')
  return (
    <Section title={t('title')} note={t('note')}>
      <div className="flex flex-wrap items-center gap-4">
        {logoFileId === null ? (
          <p className="text-ink-2">{t('none')}</p>
        ) : (
          <span className="rounded-control border border-line bg-white p-2">
            <Image
              unoptimized
              src={`/api/files/${logoFileId}?size=thumbnail`}
              alt={t('alt')}
              width={170}
              height={46}
              className="h-[46px] w-auto max-w-[170px] object-contain"
            />
          </span>
        )}
        {!isReadOnly && (
          <>
            <span className="relative inline-flex rounded-control has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
              <span className={buttonStyle('default', 'normal')} aria-hidden>
                <ImageUp strokeWidth={1.75} className="-ml-0.5 size-4" />
                {isSending ? t('sending') : choose}
              </span>
              <input
                type="file"
                accept="image/png,image/jpeg,image/webp"
                aria-label={choose}
                aria-describedby={hintId}
                disabled={isPending}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                onChange={({ target }) => {
                  const file = target.files?.[0]
                  if (file) void take(file)
                  target.value = ''
                }}
              />
            </span>
            {logoFileId !== null && (
              <Button icon={Trash2} isPending={isPending} onClick={() => void set.run({ fileId: null })}>
                {t('remove')}
              </Button>
            )}
          </>
        )}
      </div>
      {!isReadOnly && (
        <p id={hintId} className="mt-2 text-xs text-ink-2">
          {t('hint')}
        </p>
      )}
      {failure && (
        <div role="alert" className="mt-2">
          <Callout tone="danger">{failure}</Callout>
        </div>
      )}
    </Section>
  )
}

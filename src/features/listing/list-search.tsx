'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useShortcut } from '@/ui/shortcut-provider'
import { TextField } from '@/ui/text-field'

const pauseMs = 250

export type ListSearchProps = { label: string; placeholder: string; value: string; onChange: (value: string) => void }

/** The words of a list's filter: searched after a pause in typing; `/` goes there. */
export function ListSearch({ label, placeholder, value, onChange }: ListSearchProps) {
  const t = useTranslations('listing')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const search = useEffectEvent((words: string) => onChange(words))
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => search(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  useShortcut('/', () => field.current?.focus(), { label: t('search') })
  return (
    <search className="w-[360px] max-w-full max-phone:min-w-52 max-phone:flex-1">
      <TextField
        ref={field}
        type="search"
        label={label}
        isLabelHidden
        placeholder={placeholder}
        icon={Search}
        maxLength={100}
        value={typed ?? value}
        onChange={setTyped}
        onBlur={() => setTyped(null)}
      />
    </search>
  )
}

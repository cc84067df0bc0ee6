'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField, type TextFieldProps } from '@/ui/text-field'

/** A password that can be shown while it is typed. */
export function PasswordField({ hint, ...field }: Omit<TextFieldProps, 'type' | 'icon' | 'labelEnd'>) {
  const t = useTranslations('session.signIn')
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <TextField
      {...field}
      hint={hint}
      type={isShown ? 'text' : 'password'}
      labelEnd={
        <button
          type="button"
          aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
          onClick={() => setIsShown(!isShown)}
          className="inline-flex items-center gap-1 rounded-badge font-medium text-accent hover:text-accent-hover max-phone:min-h-8 max-phone:text-sm"
        >
          <Icon aria-hidden strokeWidth={1.75} className="size-[14px]" />
          {isShown ? t('hide') : t('show')}
        </button>
      }
    />
  )
}

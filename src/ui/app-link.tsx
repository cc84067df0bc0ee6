import { ExternalLink } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'

export type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string
  /** Opens another tab and says so; the icon is drawn after the text. */
  isNewTab?: boolean
  children: ReactNode
}

/** A link inside the product. */
export function AppLink({ href, isNewTab, children, ...rest }: AppLinkProps) {
  const t = useTranslations('kit')
  if (!isNewTab) {
    return (
      <Link href={href as Route} prefetch={false} {...rest}>
        {children}
      </Link>
    )
  }
  return (
    <a href={href} target="_blank" rel="noopener" {...rest}>
      {children}
      <ExternalLink aria-hidden className="ml-1 inline size-[14px] align-[-2px]" />
      <span className="sr-only"> ({t('opensInNewTab')})</span>
    </a>
  )
}

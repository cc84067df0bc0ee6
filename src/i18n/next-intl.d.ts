import type { locale } from './locale'
import type { Messages as Catalogue } from './messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: typeof locale
    Messages: Catalogue
  }
}

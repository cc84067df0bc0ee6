import { createTranslator } from 'use-intl/core'
import { locale } from '@/i18n/locale'
import documents from '@/i18n/pt-BR/documents.json'

/** The words of the papers, for the server, which prints them without a screen. */
export const paperWords = createTranslator({ locale, messages: { documents }, namespace: 'documents' })

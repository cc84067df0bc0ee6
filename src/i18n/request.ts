import { getRequestConfig } from 'next-intl/server'
import { locale, timeZone } from './locale'
import { messages } from './messages'

export default getRequestConfig(async () => ({ locale, messages, timeZone }))

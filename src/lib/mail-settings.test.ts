import { expect, it } from 'vitest'
import { mailSettingsIn } from './mail-settings'

const whole = {
  EMPREITA_SMTP_URL: 'smtp://mail.exemplo.com.br',
  EMPREITA_MAIL_FROM: 'Empreita <avisos@exemplo.com.br>',
  NEXTAUTH_URL: 'https://empreita.exemplo.com.br',
}

it('sends with a server, a sender and a public address', () => {
  expect(mailSettingsIn(whole)).toEqual({
    smtpUrl: whole.EMPREITA_SMTP_URL,
    from: whole.EMPREITA_MAIL_FROM,
    siteUrl: whole.NEXTAUTH_URL,
  })
})

it.each(Object.keys(whole))('sends nothing without %s', (name) => {
  expect(mailSettingsIn({ ...whole, [name]: '' })).toBeNull()
})

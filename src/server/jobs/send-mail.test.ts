import { expect, it } from 'vitest'
import { textsOf } from './send-mail'

it('says the same in both texts and lets no name write HTML', () => {
  const { text, html } = textsOf({
    subject: 'Convite',
    paragraphs: ['Olá, <b>Davi</b> & "Cia".'],
    link: { label: 'Aceitar', url: 'https://exemplo.com.br/invitation#a&b' },
  })
  expect(text).toContain('Olá, <b>Davi</b> & "Cia".\n\nAceitar:\nhttps://exemplo.com.br/invitation#a&b\n')
  expect(html).toContain('Olá, &lt;b&gt;Davi&lt;/b&gt; &amp; &quot;Cia&quot;.')
  expect(html).toContain('href="https://exemplo.com.br/invitation#a&amp;b"')
})

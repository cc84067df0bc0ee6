import { expect, test } from '@playwright/test'
import { openPage } from '../fixtures/open-page'
import { sessionOf } from '../fixtures/session-of'
import { signIn } from '../fixtures/sign-in'

const outside: readonly (readonly [who: Parameters<typeof sessionOf>[0], pages: readonly string[]])[] = [
  ['technician', ['/sales-orders', '/customers/new', '/settings']],
  ['biller', ['/sales-orders/new', '/customers/new', '/services/new', '/customers/import', '/access-tokens']],
  ['coordinator', ['/customers/new', '/services/new', '/services/import', '/people']],
]

for (const [who, pages] of outside) {
  test(`a ${who} learns at once which screens are not theirs`, async ({ page }) => {
    await signIn(page, sessionOf(who))
    for (const address of pages) {
      await openPage(page, address)
      await expect(page.getByRole('heading', { name: 'Esta tela não faz parte do seu papel' }), address).toBeVisible()
      await expect(page.getByRole('button', { name: /^Salvar/ }), address).toBeHidden()
    }
  })
}

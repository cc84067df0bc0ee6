import { expect, type Page, test } from '@playwright/test'
import { changeSettings } from '../fixtures/change-settings'
import { expectAccessible } from '../fixtures/expect-accessible'
import { cardOf, openField } from '../fixtures/field-screen'
import { newOrder } from '../fixtures/new-order'
import { newService } from '../fixtures/new-service'
import { ownCompany } from '../fixtures/own-company'
import { planForToday } from '../fixtures/plan-for-today'
import { unitsOf } from '../fixtures/units-of'

test.slow()
test.use({ trace: 'off' })

for (const theme of ['Claro', 'Escuro', 'Sol']) {
  test(`field: nothing is out of reach at 320 px in the theme ${theme} @phone`, async ({ page }) => {
    const { subject, technician } = await companyWithWork()
    await page.setViewportSize({ width: 320, height: 700 })
    await openField(page, technician)
    await page.getByRole('button', { name: 'Mais opções' }).click()
    await page.getByRole('dialog').getByText(theme, { exact: true }).click()
    await examine(page)
    await page.keyboard.press('Escape')
    await examine(page)
    await cardOf(page, subject).getByRole('button', { name: subject }).click()
    await examine(page)
    await page.getByRole('button', { name: 'Concluir próxima' }).click()
    await examine(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Não foi possível' }).click()
    await examine(page)
    await page.getByRole('button', { name: 'Voltar' }).click()
    await page.getByRole('button', { name: 'Hoje' }).click()
    await page.getByRole('button', { name: 'Agenda' }).click()
    await examine(page)
  })
}

/** Twelve units of one item, which demand a photo and a signature, are all of the technician's day. */
async function companyWithWork() {
  const { office, customer, hire } = await ownCompany()
  await changeSettings(office, { generatesOpportunity: true })
  const technician = await hire({ name: 'Téo Ramos', role: 'technician' })
  const { id: serviceId, description } = await newService(office, { requiredPhotos: 1, requiresSignature: true })
  const order = await newOrder(office, [{ serviceId, quantity: '12' }], { customer })
  await planForToday(office, await unitsOf(office, order.items[0]?.id ?? ''), 'Téo Ramos')
  return { subject: description, technician }
}

/** Accessible, nothing beside the screen, and no target under the 48 px of a thumb. */
async function examine(page: Page) {
  await expectAccessible(page)
  const { beside, small } = await page.evaluate(() => ({
    beside: document.documentElement.scrollWidth - window.innerWidth,
    small: [
      ...document.querySelectorAll('.fw :is(button, a, summary, label.choice, label.check, label.shot, textarea)'),
    ]
      .map((box) => ({ box: box.getBoundingClientRect(), words: box.textContent }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ words }) => words),
  }))
  expect({ beside, small }).toEqual({ beside: 0, small: [] })
}

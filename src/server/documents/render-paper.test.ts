import { describe, expect, it, vi } from 'vitest'
import type { SalesDocument, SalesDocumentLine } from '@/server/domain/documents/read-sales-document'
import type { ReportedUnit, ServiceReport } from '@/server/domain/documents/read-service-report'
import { textOfPdf } from '@/server/testing/text-of-pdf'
import { renderPaper } from './render-paper'

vi.setConfig({ testTimeout: 60_000 })

const nowhere = {
  street: null,
  streetNumber: null,
  complement: null,
  district: null,
  city: null,
  state: null,
  postalCode: null,
}
const parties = {
  issuer: {
    ...nowhere,
    companyId: 'company',
    name: 'Clima Serviços',
    legalName: 'Clima Serviços Ltda.',
    taxId: '11222333000181',
    municipalRegistration: null,
    email: null,
    phone: '19987654321',
    timeZone: 'America/Sao_Paulo',
    logo: null,
  },
  recipient: {
    name: 'Condomínio Solar',
    legalName: null,
    taxId: '12345678909',
    email: null,
    phone: null,
    address: null,
    contact: null,
  },
  place: null,
}
const printedAt = new Date('2026-11-24T15:05:00Z')

const line = (position: number, over: Partial<SalesDocumentLine> = {}): SalesDocumentLine => ({
  position,
  code: 'INST',
  description: `Instalação número ${position}`,
  quantity: '2.5',
  unitCode: 'H',
  unitPriceCents: 10_000,
  discountCents: 0,
  totalCents: 25_000,
  ...over,
})

const print = async (over: Partial<SalesDocument>) => {
  const document: SalesDocument = {
    ...parties,
    kind: 'quote',
    number: 31,
    status: 'sent',
    issuedOn: '2026-11-24',
    endsOn: '2026-12-24',
    seller: null,
    paymentTerm: null,
    project: null,
    contract: null,
    notes: '',
    lines: [line(1)],
    ...over,
  }
  return textOfPdf(await renderPaper({ kind: 'sales', document, logo: null, printedAt }))
}

describe('the paper of a quote or an order', () => {
  it('says who, what and how much in Portuguese formats, and leaves out what is not known', async () => {
    const [printed = ''] = await print({ lines: [line(1, { discountCents: 500, totalCents: 24_500 }), line(2)] })
    const page = printed.replace(/\s/g, ' ')
    for (const said of ['Orçamento', 'Nº 31', 'CNPJ 11.222.333/0001-81', '(19) 98765-4321', 'CPF 123.456.789-09']) {
      expect(page).toContain(said)
    }
    for (const said of ['24/12/2026', '2,5', 'R$ 500,00', 'R$ 5,00', 'R$ 495,00', 'Página 1 de 1', 'De acordo']) {
      expect(page).toContain(said)
    }
    expect(page).not.toMatch(/null|undefined|Vendedor|Projeto|Local do serviço/)
  })

  it('repeats what it is and its columns on every page of 100 items, and numbers the pages', async () => {
    const pages = await print({
      kind: 'sales_order',
      number: 10_482,
      lines: Array.from({ length: 100 }, (_, i) => line(i + 1)),
    })
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, index) => {
      expect(page).toContain(`Página ${index + 1} de ${pages.length}`)
      expect(page).toContain('Unitário (R$)')
      if (index > 0) expect(page).toContain('Pedido de venda nº 10482')
    })
    expect(pages.join(' ')).toContain('Instalação número 100')
    expect(pages.at(-1)?.replace(/\s/g, ' ')).toContain('R$ 25.000,00')
  })

  it('shows no amount to whoever may not see values', async () => {
    const hidden = { unitPriceCents: null, discountCents: null, totalCents: null }
    const [page = ''] = await print({ lines: [line(1, hidden)] })
    expect(page).toContain('Instalação número 1')
    expect(page).not.toMatch(/R\$|Total|Unitário/)
  })

  it('warns of a draft and of a cancelled order', async () => {
    expect((await print({ status: 'draft' }))[0]).toContain('ainda não foi enviado')
    expect((await print({ kind: 'sales_order', status: 'cancelled' }))[0]).toContain('Este pedido foi cancelado')
  })

  it('breaks a word that is wider than its column and prints letters from abroad', async () => {
    const [page = ''] = await print({
      recipient: { ...parties.recipient, name: 'Łukasz Привет' },
      lines: [line(1, { description: 'x'.repeat(200) })],
    })
    expect(page).toMatch(/Ł ?ukasz +Привет/)
    expect(page.replace(/[^x]/g, '')).toHaveLength(200)
  })
})

describe('the service report', () => {
  const unit = (unitNo: number, over: Partial<ReportedUnit> = {}): ReportedUnit => ({
    unitNo,
    location: 'Sala 203',
    concludedAt: new Date('2026-11-24T13:31:00Z'),
    concludedBy: 'Carlos Nunes',
    isByOffice: false,
    report: '',
    pictures: [],
    pictureCount: 0,
    signature: null,
    signerName: null,
    ...over,
  })
  const printReport = async (units: ReportedUnit[]) => {
    const items = [
      {
        position: 1,
        description: 'Instalação',
        unitCode: 'UN',
        highestUnitNo: 15,
        generated: 15,
        concluded: units.length,
        units,
      },
    ]
    const report: ServiceReport = {
      ...parties,
      number: 10_482,
      issuedOn: '2026-11-24',
      project: null,
      contract: null,
      items,
    }
    return textOfPdf(await renderPaper({ kind: 'report', report, pictureOf: () => null, logo: null, printedAt }))
  }

  it('tells of each unit when, where and by whom, without a price', async () => {
    const [page = ''] = await printReport([
      unit(3, { report: 'Ponto testado.', signerName: 'Marina', pictureCount: 2 }),
    ])
    for (const said of [
      'Unidade 3 de 15 · Sala 203',
      '24/11/2026 10:31',
      'Carlos Nunes',
      'Ponto testado.',
      'Assinado por Marina',
      '2 fotos',
    ]) {
      expect(page.replace(/\s+/g, ' ')).toContain(said)
    }
    expect(page).not.toContain('R$')
  })

  it('prints a unit after the other over many pages, and says so when nothing was done yet', async () => {
    const pages = await printReport(Array.from({ length: 120 }, (_, index) => unit(index + 1)))
    expect(pages.at(-1)).toContain('Unidade 120 de 15')
    expect((await printReport([])).join(' ')).toContain('Nenhum serviço deste pedido foi concluído ainda.')
  })
})

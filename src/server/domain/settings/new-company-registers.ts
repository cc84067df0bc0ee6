/** The pipelines of a new company; the first one is the default of generated opportunities. Probabilities in percent. */
const pipelinesOfNewCompany = [
  {
    name: 'Execução de serviços',
    stages: [
      { name: 'Pedido recebido', probability: 70 },
      { name: 'Em execução', probability: 90 },
      { name: 'Concluído', probability: 95 },
      { name: 'Faturado', probability: 100 },
    ],
  },
  {
    name: 'Vendas',
    stages: [
      { name: 'Prospecção', probability: 10 },
      { name: 'Qualificação', probability: 25 },
      { name: 'Proposta', probability: 50 },
      { name: 'Negociação', probability: 75 },
    ],
  },
] as const

const namesOfNewCompany = {
  opportunityTypes: ['Serviço', 'Manutenção', 'Renovação de contrato'],
  sources: ['Pedido de venda', 'Indicação', 'Site', 'Telefone', 'Visita comercial'],
  lossReasons: [
    'Pedido cancelado',
    'Preço',
    'Prazo',
    'Concorrência',
    'Sem resposta do cliente',
    'Desistência do cliente',
  ],
  priorities: ['Baixa', 'Normal', 'Média', 'Alta', 'Urgente'],
} as const

/** Task types and what a concluded task of each must bring (D6). */
const taskTypesOfNewCompany = [
  { name: 'Execução de serviço', requiresReport: false, requiredPhotos: 0, requiresSignature: false },
  { name: 'Visita técnica', requiresReport: true, requiredPhotos: 0, requiresSignature: false },
  { name: 'Instalação', requiresReport: false, requiredPhotos: 1, requiresSignature: true },
] as const

/** Units of measure; those that allow fractions make one unit of a fractional quantity (G10). */
const unitsOfNewCompany = [
  { code: 'UN', name: 'Unidade', allowsFractions: false },
  { code: 'H', name: 'Hora', allowsFractions: true },
  { code: 'M', name: 'Metro', allowsFractions: true },
  { code: 'M2', name: 'Metro quadrado', allowsFractions: true },
  { code: 'VB', name: 'Verba', allowsFractions: false },
  { code: 'MES', name: 'Mês', allowsFractions: false },
] as const

/** Days after the issue on which each part is due (D9). */
const paymentTermsOfNewCompany = [
  { name: 'À vista', dayOffsets: [0] },
  { name: '15 dias', dayOffsets: [15] },
  { name: '30 dias', dayOffsets: [30] },
  { name: '28/56 dias', dayOffsets: [28, 56] },
  { name: '30/60/90 dias', dayOffsets: [30, 60, 90] },
] as const

/** National holidays: laws 662/1949, 6.802/1980, 10.607/2002 and 14.759/2023; Good Friday by decree of each year. */
const holidaysOfNewCompany = [2026, 2027].flatMap((year) => [
  { observedOn: `${year}-01-01`, name: 'Confraternização Universal' },
  { observedOn: year === 2026 ? '2026-04-03' : '2027-03-26', name: 'Paixão de Cristo' },
  { observedOn: `${year}-04-21`, name: 'Tiradentes' },
  { observedOn: `${year}-05-01`, name: 'Dia do Trabalho' },
  { observedOn: `${year}-09-07`, name: 'Independência do Brasil' },
  { observedOn: `${year}-10-12`, name: 'Nossa Senhora Aparecida' },
  { observedOn: `${year}-11-02`, name: 'Finados' },
  { observedOn: `${year}-11-15`, name: 'Proclamação da República' },
  { observedOn: `${year}-11-20`, name: 'Consciência Negra' },
  { observedOn: `${year}-12-25`, name: 'Natal' },
])

/** The first series of notes that the product numbers. */
const seriesOfNewCompany = { environment: 'simulated', series: 1 } as const

/** The records that a new company begins with, in the language of its people. */
export const newCompanyRegisters = {
  pipelines: pipelinesOfNewCompany,
  names: namesOfNewCompany,
  taskTypes: taskTypesOfNewCompany,
  unitsOfMeasure: unitsOfNewCompany,
  paymentTerms: paymentTermsOfNewCompany,
  holidays: holidaysOfNewCompany,
  series: seriesOfNewCompany,
}

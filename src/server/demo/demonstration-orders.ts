import { assigned, billed, item, type OrderPlan, planned, visited } from './order-plan'
import { newOrders, runningOrders } from './orders-under-way'

const SECOND = { technician: 'secondTechnician' } as const

/** Orders that came to their end: billed in full, closed or cancelled. */
const endedOrders: readonly OrderPlan[] = [
  {
    customer: 'Colégio Rio Manso',
    seller: 'seller',
    issued: -29,
    contract: 'MAN-2026-010',
    paymentTerm: '30 dias',
    items: [item('MAN-SPL', 8)],
    steps: [...visited(-27, 8), billed(-26)],
  },
  {
    customer: 'Mariana Duarte Lopes',
    seller: 'secondSeller',
    issued: -28,
    paymentTerm: 'À vista',
    items: [item('INS-09', 1)],
    steps: [...visited(-26, 1, SECOND), billed(-26)],
  },
  {
    customer: 'Clínica Bem Cuidar',
    seller: 'seller',
    issued: -28,
    project: 'Ampliação do pronto-atendimento',
    paymentTerm: '28/56 dias',
    items: [item('PRJ-CLI', 1), item('INS-CAS', 2, { discountCents: 8_000 })],
    steps: [...visited(-25, 1, SECOND), ...visited(-22, 2, { item: 1, ...SECOND }), billed(-21)],
  },
  {
    customer: 'Laboratório Pontual Análises',
    seller: 'seller',
    issued: -27,
    contract: 'PMOC-2026-002',
    paymentTerm: '15 dias',
    items: [item('PMO-REL', 1), item('HIG-EVA', 6)],
    steps: [...visited(-24, 1), billed(-23), ...visited(-22, 6, { item: 1 }), billed(-20)],
  },
  {
    customer: 'Gráfica Traço Fino',
    seller: 'secondSeller',
    issued: -26,
    paymentTerm: '30 dias',
    items: [item('COR-DIA', 1), item('DES-LOC', 1)],
    steps: [...visited(-24, 1, SECOND), billed(-23)],
  },
  {
    customer: 'Ótica Horizonte',
    seller: 'secondSeller',
    issued: -25,
    paymentTerm: '30 dias',
    items: [item('INS-09', 5)],
    steps: [
      ...visited(-22, 3, SECOND),
      billed(-21),
      { kind: 'closeBalance', day: -9, time: '11:15', reason: 'Cliente desistiu da ampliação da loja.' },
    ],
  },
  {
    customer: 'Hotel Estrela do Interior',
    seller: 'seller',
    issued: -24,
    contract: 'MAN-2026-011',
    paymentTerm: '28/56 dias',
    items: [item('MAN-SPL', 10)],
    steps: [
      ...visited(-21, 10),
      billed(-20),
      { kind: 'cancelNote', day: -19, time: '09:40', code: 1, text: 'Nota emitida antes da conferência.', reopens: 0 },
      billed(-18),
    ],
  },
  {
    customer: 'Leandro Castanho',
    seller: 'secondSeller',
    issued: -23,
    paymentTerm: 'À vista',
    generates: false,
    items: [item('HOR-TEC', '1,5')],
    steps: [billed(-22)],
  },
  {
    customer: 'Escola Infantil Girassol',
    seller: 'secondSeller',
    issued: -17,
    items: [item('INS-24', 4)],
    steps: [
      assigned(-16, 2, SECOND),
      { kind: 'cancel', day: -15, time: '10:05', reason: 'A escola adiou a reforma para o próximo ano.' },
    ],
  },
  {
    customer: 'Academia Corpo em Dia',
    seller: 'secondSeller',
    issued: -15,
    items: [item('HIG-EVA', 3)],
    steps: [
      ...visited(-13, 1, SECOND),
      {
        kind: 'cancel',
        day: -11,
        time: '15:20',
        reason: 'Cliente encerrou as atividades da unidade.',
        waiveReason: 'Cortesia acertada com a direção.',
      },
    ],
  },
]

/** Orders of which a part is billed, and orders that wait for their note. */
const billableOrders: readonly OrderPlan[] = [
  {
    customer: 'Centro Empresarial Alto da Colina',
    seller: 'seller',
    issued: -22,
    project: 'Retrofit Torre B',
    contract: 'PMOC-2026-001',
    paymentTerm: '30/60/90 dias',
    items: [item('MAN-CAS', 15, { description: 'Manutenção preventiva de cassete, andares 1 a 15' })],
    steps: [
      ...visited(-19, 4),
      billed(-18, [4]),
      ...visited(-15, 3, SECOND),
      billed(-13, [3]),
      ...visited(-3, 2),
      planned(-1, 2, 0, { time: '10:30' }),
      planned(-1, 2, 3),
    ],
  },
  {
    customer: 'Distribuidora Ponte Alta',
    seller: 'secondSeller',
    issued: -21,
    paymentTerm: '28/56 dias',
    items: [item('INS-09', 10)],
    steps: [
      ...visited(-18, 3, SECOND),
      ...visited(-17, 3, SECOND),
      billed(-15, [6]),
      { kind: 'cancelNote', day: -13, time: '10:20', code: 2, text: 'Duas instalações foram refeitas.', reopens: 2 },
      billed(-12, [4]),
      planned(-1, 2, 1, { time: '13:30', ...SECOND }),
    ],
  },
  {
    customer: 'Supermercado Bom Vizinho',
    seller: 'seller',
    issued: -20,
    project: 'Obra Sul',
    paymentTerm: '30 dias',
    items: [item('INS-24', 6), item('LIM-DUT', 120)],
    steps: [
      ...visited(-17, 2, SECOND),
      ...visited(-16, 2, SECOND),
      billed(-14, [4, 0]),
      planned(-1, 1, 2, { item: 1 }),
      planned(-1, 2, 4, SECOND),
    ],
  },
  {
    customer: 'Condomínio Solar das Mangueiras',
    seller: 'seller',
    issued: -19,
    paymentTerm: '30 dias',
    items: [item('MAN-SPL', 20)],
    steps: [
      ...visited(-16, 7),
      ...visited(-15, 5),
      billed(-12, [12]),
      planned(-2, 4, 1, { time: '08:00' }),
      planned(-2, 4, 2, { time: '08:00' }),
    ],
  },
  {
    customer: 'Metalúrgica Aço Novo',
    seller: 'secondSeller',
    issued: -18,
    paymentTerm: '15 dias',
    items: [item('HOR-TEC', '2,5'), item('GAS-410', 3)],
    steps: [
      ...visited(-14, 1, SECOND),
      billed(-13, [1, 0]),
      ...visited(-10, 1, { item: 1, ...SECOND }),
      planned(-1, 2, 3, { item: 1, ...SECOND }),
    ],
  },
  {
    customer: 'Academia Corpo em Dia',
    seller: 'secondSeller',
    issued: -18,
    paymentTerm: '30 dias',
    items: [item('HIG-EVA', 4)],
    steps: [...visited(-14, 4, SECOND), billed(-12, undefined, '[simular: rejeitar]')],
  },
  {
    customer: 'Restaurante Panela de Barro',
    seller: 'seller',
    issued: -17,
    paymentTerm: '15 dias',
    items: [item('GAS-410', 2)],
    steps: [
      ...visited(-13, 2),
      {
        kind: 'rework',
        day: -5,
        time: '14:45',
        item: 0,
        technician: 'technician',
        reason: 'Cliente relata que a câmara perdeu rendimento: conferir vazamento na conexão.',
        due: 1,
      },
    ],
  },
  {
    customer: 'Padaria Trigo Dourado',
    seller: 'seller',
    issued: -14,
    paymentTerm: 'À vista',
    items: [item('COR-DIA', 1)],
    steps: visited(-10, 1),
  },
  {
    customer: 'Antônio Carlos Bezerra',
    seller: 'seller',
    issued: -13,
    paymentTerm: 'À vista',
    items: [item('INS-09', 1)],
    steps: visited(-9, 1, SECOND),
  },
  {
    customer: 'Farmácia Vida Leve',
    seller: 'secondSeller',
    issued: -12,
    paymentTerm: '30 dias',
    items: [item('MAN-SPL', 5)],
    steps: [...visited(-6, 5, SECOND), billed(1, undefined, '[simular: sem resposta]')],
  },
]

/** Forty orders in every state, over the last six weeks. */
export const demonstrationOrders: readonly OrderPlan[] = [
  ...endedOrders,
  ...billableOrders,
  ...runningOrders,
  ...newOrders,
]

/** The first working day of the history, counted from today. */
export const FIRST_DAY = -29

import { billed, item, type OrderPlan, type PlannedStep, planned, type Seller, visited } from './order-plan'

/**
 * How far an order is that went as most do. `day` is when the first visit was, counted in working days from today:
 * invoiced = done and billed; partly = billed for what was done, with more to do; done = waiting for its note;
 * running = some units done; planned = days are set; new = nothing yet.
 */
type Course = 'invoiced' | 'partly' | 'done' | 'running' | 'planned' | 'new'

type Routine = [customer: string, code: string, units: number, issued: number, course: Course]

const SECOND = { technician: 'secondTechnician' } as const
const DAYS_TO_VISIT = 3

const routines: readonly Routine[] = [
  ['Papelaria Folha Nova', 'INS-09', 2, -29, 'invoiced'],
  ['Mercearia Três Irmãos', 'MAN-CAM', 3, -29, 'invoiced'],
  ['Oficina Roda Livre', 'COR-DIA', 1, -28, 'invoiced'],
  ['Escritório Contábil Saldo Certo', 'MAN-SPL', 6, -28, 'invoiced'],
  ['Estúdio Luz e Forma', 'INS-24', 2, -27, 'invoiced'],
  ['Pet Shop Amigo Fiel', 'HIG-EVA', 2, -27, 'invoiced'],
  ['Heloísa Prates Siqueira', 'INS-09', 1, -26, 'invoiced'],
  ['Floricultura Campo Aberto', 'MAN-CAM', 2, -26, 'invoiced'],
  ['Autoescola Via Segura', 'MAN-SPL', 5, -25, 'invoiced'],
  ['Cafeteria Grão Torrado', 'TRO-COM', 1, -25, 'invoiced'],
  ['Coworking Mesa Larga', 'MAN-CAS', 8, -24, 'invoiced'],
  ['Clínica Odontológica Sorriso', 'FIL-TRO', 4, -24, 'invoiced'],
  ['Osvaldo Lira Barreto', 'DES-REI', 1, -23, 'invoiced'],
  ['Marlene Assis Couto', 'HIG-EVA', 2, -22, 'invoiced'],
  ['Rui Tavares Lemos', 'INS-09', 1, -21, 'invoiced'],
  ['Papelaria Folha Nova', 'HIG-EVA', 2, -20, 'invoiced'],
  ['Mercearia Três Irmãos', 'GAS-410', 1, -19, 'invoiced'],
  ['Oficina Roda Livre', 'INS-EXA', 3, -19, 'invoiced'],
  ['Escritório Contábil Saldo Certo', 'LAU-RUI', 1, -18, 'invoiced'],
  ['Coworking Mesa Larga', 'INS-REN', 6, -18, 'partly'],
  ['Clínica Odontológica Sorriso', 'MAN-SPL', 9, -17, 'partly'],
  ['Autoescola Via Segura', 'INS-24', 4, -16, 'partly'],
  ['Estúdio Luz e Forma', 'BAL-AR', 5, -15, 'partly'],
  ['Pet Shop Amigo Fiel', 'MAN-SPL', 3, -14, 'done'],
  ['Cafeteria Grão Torrado', 'MAN-CAM', 2, -12, 'done'],
  ['Floricultura Campo Aberto', 'DES-REI', 2, -11, 'done'],
  ['Heloísa Prates Siqueira', 'HIG-EVA', 1, -10, 'done'],
  ['Osvaldo Lira Barreto', 'COR-DIA', 1, -9, 'done'],
  ['Escritório Contábil Saldo Certo', 'MAN-SPL', 8, -9, 'running'],
  ['Coworking Mesa Larga', 'FIL-TRO', 12, -8, 'running'],
  ['Mercearia Três Irmãos', 'MAN-EXA', 4, -8, 'running'],
  ['Clínica Odontológica Sorriso', 'BAL-AR', 6, -7, 'running'],
  ['Oficina Roda Livre', 'MAN-EXA', 5, -6, 'running'],
  ['Autoescola Via Segura', 'HIG-EVA', 6, -5, 'planned'],
  ['Papelaria Folha Nova', 'MAN-SPL', 2, -5, 'planned'],
  ['Marlene Assis Couto', 'INS-09', 2, -4, 'planned'],
  ['Estúdio Luz e Forma', 'LAU-RUI', 1, -3, 'planned'],
  ['Rui Tavares Lemos', 'DES-REI', 1, -2, 'new'],
  ['Pet Shop Amigo Fiel', 'TRO-COM', 1, -2, 'new'],
  ['Floricultura Campo Aberto', 'INS-REN', 3, -1, 'new'],
]

/** Forty orders of smaller customers that went as most orders do. */
export const routineOrders: readonly OrderPlan[] = routines.map(([customer, code, units, issued, course], place) => {
  const seller: Seller = place % 2 === 0 ? 'seller' : 'secondSeller'
  return {
    customer,
    seller,
    issued,
    time: `${String(9 + (place % 7)).padStart(2, '0')}:${place % 2 === 0 ? '15' : '40'}`,
    paymentTerm: units > 2 ? '30 dias' : 'À vista',
    items: [item(code, units)],
    steps: stepsOf(course, units, issued + DAYS_TO_VISIT, place % 3 === 0 ? SECOND : {}),
  }
})

function stepsOf(course: Course, units: number, day: number, who: Parameters<typeof visited>[2]): PlannedStep[] {
  const half = Math.ceil(units / 2)
  switch (course) {
    case 'invoiced':
      return [...visited(day, units, who), billed(day + 1)]
    case 'partly':
      return [...visited(day, half, who), billed(day + 1), planned(-1, units - half, 2, who)]
    case 'done':
      return visited(day, units, who)
    case 'running':
      return [...visited(day, half, who), planned(-1, units - half, 4, who)]
    case 'planned':
      return [planned(day - DAYS_TO_VISIT, units, 3, who)]
    case 'new':
      return []
  }
}

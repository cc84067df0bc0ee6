import { createOpportunityInput } from '@/contract/opportunities'
import { createTaskInput } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { createOpportunity } from '@/server/domain/opportunities/create-opportunity'
import { loseOpportunity } from '@/server/domain/opportunities/lose-opportunity'
import { moveStage } from '@/server/domain/opportunities/move-stage'
import { listRegisters } from '@/server/domain/registers/list-registers'
import { createTask } from '@/server/domain/tasks/create-task'
import { idOf } from './demonstration-records'
import type { DiaryEntry } from './diary'
import type { World } from './order-diary'
import type { Seller, Technician } from './order-plan'

type OpportunityPlan = {
  title: string
  customer: string
  seller: Seller
  opened: number
  source: string
  valueCents: number
  stage: string
  closesOn: number
  /** Why it was lost, on which day. */
  lost?: { day: number; lossReason: string; reason: string }
}

type TaskPlan = { subject: string; customer: string; opened: number; due: number; technician: Technician | null }

// What sellers work on before there is an order.
const opportunities: readonly OpportunityPlan[] = [
  {
    title: 'PMOC de três lojas',
    customer: 'Supermercado Bom Vizinho',
    seller: 'seller',
    opened: -16,
    source: 'Indicação',
    valueCents: 2_160_000,
    stage: 'Negociação',
    closesOn: 6,
  },
  {
    title: 'Contrato anual de manutenção',
    customer: 'Academia Corpo em Dia',
    seller: 'secondSeller',
    opened: -13,
    source: 'Telefone',
    valueCents: 864_000,
    stage: 'Proposta',
    closesOn: 10,
  },
  {
    title: 'Climatização do novo laboratório',
    customer: 'Laboratório Pontual Análises',
    seller: 'seller',
    opened: -8,
    source: 'Visita comercial',
    valueCents: 3_940_000,
    stage: 'Qualificação',
    closesOn: 20,
  },
  {
    title: 'Troca dos aparelhos da recepção',
    customer: 'Clínica Bem Cuidar',
    seller: 'seller',
    opened: -3,
    source: 'Site',
    valueCents: 534_000,
    stage: 'Prospecção',
    closesOn: 15,
  },
  {
    title: 'Ar-condicionado da padaria nova',
    customer: 'Padaria Trigo Dourado',
    seller: 'secondSeller',
    opened: -19,
    source: 'Telefone',
    valueCents: 267_000,
    stage: 'Proposta',
    closesOn: -5,
    lost: { day: -6, lossReason: 'Sem resposta do cliente', reason: 'Não retornou após três tentativas.' },
  },
]

const tasks: readonly TaskPlan[] = [
  {
    subject: 'Medir pontos de energia para orçamento',
    customer: 'Colégio Rio Manso',
    opened: -1,
    due: 1,
    technician: 'technician',
  },
  {
    subject: 'Retirar peças em garantia',
    customer: 'Metalúrgica Aço Novo',
    opened: -4,
    due: -1,
    technician: 'secondTechnician',
  },
  {
    subject: 'Conferir escada e equipamentos de altura',
    customer: 'Gráfica Traço Fino',
    opened: -2,
    due: 3,
    technician: null,
  },
]

/** What is done beside orders: opportunities that sellers open, and tasks that the coordinator makes by hand. */
export function diaryOfOffice(world: World): DiaryEntry[] {
  return [
    ...opportunities.flatMap((plan) => diaryOfOpportunity(world, plan)),
    ...tasks.map((plan) => ({
      at: world.workdays.at(plan.opened, '09:25'),
      act: (at: Date) => writeTask(world, plan, at),
    })),
  ]
}

function diaryOfOpportunity(world: World, plan: OpportunityPlan): DiaryEntry[] {
  const { company, records, workdays } = world
  let opportunityId = ''
  const { lost } = plan
  const opened: DiaryEntry = {
    at: workdays.at(plan.opened, '14:15'),
    act: async (at) => {
      opportunityId = await openOpportunity(world, plan, at)
    },
  }
  if (!lost) return [opened]
  const lossReasonId = idOf(records, 'lossReasons', lost.lossReason)
  const ended: DiaryEntry = {
    at: workdays.at(lost.day, '17:30'),
    act: (at) =>
      company.as(plan.seller, at, (ctx) =>
        loseOpportunity(ctx, { commandId: uuidv7(), opportunityId, lossReasonId, reason: lost.reason }),
      ),
  }
  return [opened, ended]
}

async function openOpportunity(
  { company, records, workdays }: World,
  plan: OpportunityPlan,
  at: Date,
): Promise<string> {
  return company.as(plan.seller, at, async (ctx) => {
    const { pipelines, sources } = await listRegisters(ctx, {})
    const funnel = pipelines.find(({ name }) => name === 'Vendas')
    const input = createOpportunityInput.parse({
      commandId: uuidv7(),
      title: plan.title,
      customerId: idOf(records, 'customers', plan.customer),
      ownerId: company.userIds[plan.seller],
      sourceId: sources.find(({ name }) => name === plan.source)?.id,
      pipelineId: funnel?.id,
      stageId: funnel?.stages[0]?.id,
      valueCents: plan.valueCents,
      expectedCloseOn: workdays.day(plan.closesOn),
    })
    const { id } = await createOpportunity(ctx, input)
    const stage = funnel?.stages.find(({ name }) => name === plan.stage)
    if (stage) await moveStage(ctx, { commandId: uuidv7(), opportunityId: id, stageId: stage.id })
    return id
  })
}

async function writeTask({ company, records, workdays }: World, plan: TaskPlan, at: Date): Promise<void> {
  await company.as('coordinator', at, async (ctx) => {
    const { taskTypes } = await listRegisters(ctx, {})
    const input = createTaskInput.parse({
      commandId: uuidv7(),
      subject: plan.subject,
      taskTypeId: taskTypes.find(({ name }) => name === 'Visita técnica')?.id,
      customerId: idOf(records, 'customers', plan.customer),
      assigneeId: plan.technician && company.userIds[plan.technician],
      dueOn: workdays.day(plan.due),
    })
    await createTask(ctx, input)
  })
}

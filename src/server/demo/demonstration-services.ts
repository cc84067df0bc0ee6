import type { z } from 'zod'
import type { serviceFields } from '@/contract/services'

type Fields = z.input<typeof serviceFields>

/** A service by the names that people know: its unit of measure and task type are looked up by them. */
export type DemonstrationService = Omit<Fields, 'unitOfMeasureId' | 'taskTypeId'> & { unit: string; taskType?: string }

const maintenanceSteps = [
  'Filtros lavados',
  'Bandeja e dreno limpos',
  'Corrente e tensão medidas',
  'Temperatura de insuflamento medida',
]

/**
 * Services of a company that installs and keeps air conditioning. Codes of the national list (LC 116/2003): 14.01 upkeep of
 * equipment, 14.02 technical assistance, 14.06 installation, 7.01 engineering, 7.03 projects, 7.10 cleaning where it is done,
 * 17.09 reports. Rates in basis points, of the kind that cities charge (2 % to 5 %).
 */
export const demonstrationServices: readonly DemonstrationService[] = [
  {
    ...installation('INS-09', 'Instalação de split 9.000 a 12.000 BTU/h', 65_000, 180),
    instructions: 'Conferir ponto de energia, dreno e distância da linha frigorígena antes de furar.',
  },
  installation('INS-24', 'Instalação de split 18.000 a 24.000 BTU/h', 89_000, 240),
  installation('INS-CAS', 'Instalação de cassete de teto', 124_000, 300),
  { ...upkeep('MAN-SPL', 'Manutenção preventiva de split', 18_000, 60), checklist: maintenanceSteps },
  { ...upkeep('MAN-CAS', 'Manutenção preventiva de cassete', 24_000, 90), checklist: maintenanceSteps },
  { ...upkeep('HIG-EVA', 'Higienização de evaporadora', 16_000, 75), requiredPhotos: 1 },
  { ...upkeep('GAS-410', 'Recarga de fluido refrigerante R-410A', 38_000, 90), requiresReport: true },
  {
    ...upkeep('COR-DIA', 'Manutenção corretiva com diagnóstico', 32_000, 120),
    nationalServiceCode: '140201',
    taskType: 'Visita técnica',
  },
  {
    ...upkeep('HOR-TEC', 'Hora técnica de climatização', 14_500, 60),
    unit: 'H',
    nationalServiceCode: '140201',
  },
  {
    ...upkeep('DES-LOC', 'Deslocamento fora do município', 9_000, 30),
    nationalServiceCode: '140201',
    granularity: 'none',
  },
  {
    code: 'LIM-DUT',
    description: 'Limpeza de dutos e forros climatizados',
    unit: 'M',
    unitPriceCents: 3_800,
    nationalServiceCode: '071002',
    issRateBasisPoints: 300,
    granularity: 'per_item',
    requiredPhotos: 2,
    durationMinutes: 480,
  },
  {
    ...report('PMO-REL', 'Relatório mensal de PMOC', 45_000),
    unit: 'MES',
    instructions: 'Preencher conforme a Portaria GM/MS 3.523/1998 e a Lei 13.589/2018.',
  },
  report('LAU-QAI', 'Laudo de qualidade do ar interior', 78_000),
  {
    ...report('PMO-PLA', 'Elaboração de PMOC com responsável técnico', 190_000),
    nationalServiceCode: '070101',
    issRateBasisPoints: 500,
  },
  {
    ...report('PRJ-CLI', 'Projeto executivo de climatização', 420_000),
    unit: 'VB',
    nationalServiceCode: '070302',
    issRateBasisPoints: 500,
    granularity: 'per_item',
  },
  installation('INS-REN', 'Instalação de renovador de ar', 54_000, 150),
  installation('INS-EXA', 'Instalação de exaustor', 42_000, 120),
  upkeep('MAN-CAM', 'Manutenção preventiva de câmara fria', 46_000, 120),
  upkeep('MAN-EXA', 'Manutenção preventiva de exaustor', 12_000, 45),
  upkeep('FIL-TRO', 'Troca de filtros', 7_500, 30),
  { ...upkeep('TRO-COM', 'Troca de compressor', 96_000, 240), requiresReport: true },
  { ...upkeep('DES-REI', 'Desinstalação e reinstalação de split', 58_000, 210), requiredPhotos: 1 },
  { ...upkeep('BAL-AR', 'Balanceamento de vazão de ar', 33_000, 90), nationalServiceCode: '140201' },
  { ...upkeep('VIS-ORC', 'Visita para orçamento', 12_000, 60), taskType: 'Visita técnica' },
  report('LAU-RUI', 'Laudo de ruído de equipamentos', 52_000),
]

/** The few services of the second company. */
export const pipingServices: readonly DemonstrationService[] = [
  {
    ...installation('TUB-COB', 'Instalação de tubulação de cobre', 8_500, 60),
    unit: 'M',
    granularity: 'per_item',
  },
  upkeep('ISO-TER', 'Reparo de isolamento térmico', 14_000, 90),
]

function installation(code: string, description: string, unitPriceCents: number, durationMinutes: number) {
  return {
    code,
    description,
    unit: 'UN',
    unitPriceCents,
    durationMinutes,
    nationalServiceCode: '140601',
    nbsCode: '101063200',
    issRateBasisPoints: 500,
    taskType: 'Instalação',
  } satisfies DemonstrationService
}

function upkeep(code: string, description: string, unitPriceCents: number, durationMinutes: number) {
  return {
    code,
    description,
    unit: 'UN',
    unitPriceCents,
    durationMinutes,
    nationalServiceCode: '140101',
    issRateBasisPoints: 300,
  } satisfies DemonstrationService
}

function report(code: string, description: string, unitPriceCents: number) {
  return {
    code,
    description,
    unit: 'UN',
    unitPriceCents,
    durationMinutes: 120,
    nationalServiceCode: '170901',
    issRateBasisPoints: 300,
    taskType: 'Visita técnica',
  } satisfies DemonstrationService
}

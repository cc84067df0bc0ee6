import type { Evidence as HandedIn } from '@/contract/tasks'
import { demonstrationServices } from './demonstration-services'
import type { Technician } from './order-plan'

/** The files that a technician has sent, by id. */
export type SentPictures = Record<Technician, { photos: readonly string[]; signature: string }>

/** What a technician hands in for a unit of a service that ended at `end`. */
export type Evidence = (serviceCode: string, technician: Technician, end: Date) => HandedIn

const reportsByPrefix: Record<string, string> = {
  INS: 'Equipamento instalado, vácuo feito e teste de estanqueidade aprovado. Cliente orientado quanto ao uso.',
  MAN: 'Limpeza e medições conforme o roteiro; equipamento entregue em funcionamento.',
  HIG: 'Higienização completa da evaporadora, bandeja e turbina. Sem odor ao final.',
  GAS: 'Recarga de R-410A até a pressão nominal; sub-resfriamento dentro da faixa. Sem vazamento aparente.',
  COR: 'Capacitor de partida substituído e contatos reapertados. Equipamento voltou a partir normalmente.',
  LIM: 'Dutos escovados e aspirados por trecho; bocas de insuflamento higienizadas.',
  PMO: 'Relatório preenchido no local com as medições do mês.',
  LAU: 'Amostras coletadas nos pontos combinados; resultado segue em laudo.',
  PRJ: 'Levantamento concluído e projeto entregue para aprovação.',
  TRO: 'Compressor trocado, sistema limpo com nitrogênio e carga refeita. Pressões e corrente dentro da faixa.',
  DES: 'Equipamento recolhido, reinstalado no novo ponto e testado com o cliente.',
  FIL: 'Filtros trocados e identificados com a data da próxima troca.',
  BAL: 'Vazões medidas e ajustadas em cada boca conforme o projeto.',
  HOR: 'Acompanhamento técnico realizado com a equipe do cliente.',
}

const signers = ['Marina Couto', 'Paulo Sérgio Dutra', 'Adriana Leal', 'Josué Camargo']

// Where the work is, roughly: the centre of the company's city, in degrees.
const CENTRE = { latitude: -22.9056, longitude: -47.0608 }

/** Hands in what each service demands, from pictures that the technicians sent before. */
export function evidenceFrom(pictures: SentPictures): Evidence {
  let handedIn = 0
  return (serviceCode, technician, end) => {
    handedIn += 1
    const service = demonstrationServices.find(({ code }) => code === serviceCode)
    const { photos, signature } = pictures[technician]
    const isInstallation = service?.taskType === 'Instalação'
    const count = service?.requiredPhotos ?? (isInstallation ? 1 : 0)
    const first = handedIn % photos.length
    return {
      report: reportsByPrefix[serviceCode.slice(0, 3)],
      photoFileIds: [...photos, ...photos].slice(first, first + (count > 0 ? count + (handedIn % 2) : 0)),
      checklist: service?.checklist?.map(() => true),
      position: { latitude: CENTRE.latitude + handedIn / 2_000, longitude: CENTRE.longitude - handedIn / 3_000 },
      deviceAt: end,
      ...(isInstallation ? { signatureFileId: signature, signerName: signers[handedIn % signers.length] } : {}),
    }
  }
}

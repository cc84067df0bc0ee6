import type { Refusal } from '@/contract/errors'
import { type ImportField, type ImportReading, type ImportRegister, importFields } from '@/contract/imports'
import { foldAccents } from '@/lib/accent-fold'
import { groupBy } from '@/lib/group-by'
import { cleanCell } from './cell-rules'
import type { ImportCells, ImportLine } from './fault-rules'
import type { Sheet } from './read-sheet'

/** What systems and people call each column, folded; the first that fits wins. */
const headersOf: Record<ImportField, readonly string[]> = {
  name: ['nome', 'nomefantasia', 'fantasia', 'cliente', 'nomedocliente', 'nomecliente'],
  legalName: ['razaosocial', 'nomecompleto', 'razao', 'razaosocialounomecompleto', 'nomerazaosocial'],
  taxId: [
    'cpfcnpj',
    'cnpjcpf',
    'cnpj',
    'cpf',
    'documento',
    'cpfoucnpj',
    'cnpjoucpf',
    'doc',
    'cgc',
    'numerododocumento',
  ],
  municipalRegistration: ['inscricaomunicipal', 'im', 'inscmunicipal', 'inscmun', 'ccm'],
  email: ['email', 'emaildocliente', 'emailprincipal', 'correioeletronico'],
  phone: ['telefone', 'celular', 'fone', 'tel', 'whatsapp', 'telefone1', 'telefoneprincipal'],
  postalCode: ['cep', 'codigopostal'],
  street: ['logradouro', 'endereco', 'rua', 'enderecologradouro'],
  streetNumber: ['numero', 'num', 'nro', 'numeroendereco', 'numerodoendereco'],
  complement: ['complemento', 'compl'],
  district: ['bairro'],
  municipality: ['municipio', 'cidade', 'municipiouf', 'cidadeuf', 'codigoibge', 'ibge', 'codigodomunicipio'],
  state: ['uf', 'estado', 'siglauf'],
  addressLabel: ['apelidodoendereco', 'tipodeendereco', 'local'],
  contactName: ['contato', 'nomedocontato', 'pessoadecontato', 'responsavel'],
  contactJobTitle: ['cargodocontato', 'cargo', 'funcao'],
  contactEmail: ['emaildocontato', 'emailcontato'],
  contactPhone: ['telefonedocontato', 'celulardocontato', 'telefonecontato'],
  notes: ['observacoes', 'observacao', 'obs', 'notas', 'anotacoes'],
  code: ['codigo', 'cod', 'sku', 'referencia', 'codigodoservico', 'codigointerno'],
  description: ['descricao', 'servico', 'nome', 'descricaodoservico', 'nomedoservico', 'produto'],
  unitPrice: ['precounitario', 'preco', 'valor', 'valorunitario', 'precor', 'precounitarior', 'precodevenda'],
  unit: ['unidade', 'un', 'und', 'unid', 'unidadedemedida'],
  kind: ['tipo', 'especie', 'tipodoitem'],
  nationalServiceCode: [
    'codigodeserviconacional',
    'codigonacional',
    'codnacional',
    'ctribnac',
    'codigotributacaonacional',
  ],
  nbsCode: ['nbs', 'codigonbs'],
  issRate: ['iss', 'aliquotaiss', 'aliquotadeiss', 'aliquota', 'issaliquota'],
  issWithheld: ['issretido', 'retido', 'retemiss'],
  taskType: ['tipodetarefa'],
  durationMinutes: ['duracao', 'duracaominutos', 'duracaomin', 'minutos', 'duracaoemminutos', 'duracaoestimada'],
  instructions: ['instrucoes', 'instrucoesdatarefa', 'orientacoes'],
}

/** What each column probably stands for, by its head; null where nothing fits or another column fitted first. */
export function guessMapping(register: ImportRegister, headers: readonly string[]): (ImportField | null)[] {
  const heads = headers.map(headKey)
  const guessed: (ImportField | null)[] = heads.map(() => null)
  for (const field of importFields[register]) {
    const column = headersOf[field]
      .map((name) => heads.indexOf(name))
      .find((index) => index >= 0 && guessed[index] === null)
    if (column !== undefined) guessed[column] = field
  }
  return guessed
}

/** The lines of a sheet as fields, with the corrections that were made by hand. */
export function linesOfSheet(
  { rows }: Sheet,
  { mapping, corrections }: Pick<ImportReading, 'mapping' | 'corrections'>,
): ImportLine[] {
  const corrected = groupBy(corrections, ({ line }) => line)
  return rows.map(({ line, cells }) => {
    const said: ImportCells = {}
    mapping.forEach((field, column) => {
      if (field && cells[column]) said[field] = cells[column]
    })
    for (const { field, value } of corrected.get(line) ?? []) {
      const text = cleanCell(value)
      if (text === '') delete said[field]
      else said[field] = text
    }
    return { line, cells: said }
  })
}

/** Why these columns cannot be read: a field of another register, or one without which no line is complete. */
export function refusalsOfMapping(register: ImportRegister, mapping: ImportReading['mapping']): Refusal[] {
  const own: readonly string[] = importFields[register]
  const chosen = mapping.filter((field) => field !== null)
  const alien = chosen.some((field) => !own.includes(field))
  return [
    ...(alien ? [{ code: 'INVALID_INPUT', params: { field: 'mapping' }, field: 'mapping' } as const] : []),
    ...missingFields(register, chosen).map((field) => ({ code: 'IMPORT_COLUMN_MISSING', field }) as const),
  ]
}

function missingFields(register: ImportRegister, chosen: readonly ImportField[]): ImportField[] {
  if (register === 'services') {
    return (['code', 'description', 'unitPrice'] as const).filter((field) => !chosen.includes(field))
  }
  return chosen.includes('name') || chosen.includes('legalName') ? [] : ['name']
}

function headKey(text: string): string {
  return foldAccents(text).replace(/[^a-z0-9]/g, '')
}

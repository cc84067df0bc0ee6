import type { DemonstrationCustomer } from './demonstration-customers'

type Site = [street: string, streetNumber: string, district: string, postalCode: string]

const cities = { campinas: '3509502', sorocaba: '3552205' } as const

/** Smaller customers of the demonstration, with one address each: shops and offices, then people. */
export const singleSiteCustomers: readonly DemonstrationCustomer[] = [
  shop('Papelaria Folha Nova', '98710020000150', 'campinas', ['Rua do Carvalho', '41', 'Centro', '13010211']),
  shop('Mercearia Três Irmãos', '98710021000103', 'campinas', ['Rua das Laranjeiras', '77', 'Bosque', '13070312']),
  shop('Oficina Roda Livre', '98710022000140', 'sorocaba', ['Avenida do Trilho', '905', 'Vila Hortência', '18020413']),
  shop('Escritório Contábil Saldo Certo', '98710023000194', 'campinas', ['Rua do Livro', '12', 'Cambuí', '13083514']),
  shop('Estúdio Luz e Forma', '98710024000139', 'sorocaba', ['Rua do Cinema', '330', 'Centro', '18010615']),
  shop('Pet Shop Amigo Fiel', '98710025000183', 'campinas', ['Rua das Aroeiras', '58', 'Taquaral', '13015716']),
  shop('Floricultura Campo Aberto', '98710026000128', 'sorocaba', ['Rua das Hortênsias', '9', 'Campolim', '18047817']),
  shop('Autoescola Via Segura', '98710027000172', 'campinas', ['Avenida da Estação', '640', 'Guanabara', '13076918']),
  shop('Cafeteria Grão Torrado', '98710028000117', 'sorocaba', ['Praça do Mercado', '21', 'Centro', '18010119']),
  shop('Coworking Mesa Larga', '98710B31000125', 'campinas', ['Rua do Observatório', '188', 'Cambuí', '13083220']),
  shop('Clínica Odontológica Sorriso', '9871C032000121', 'sorocaba', [
    'Rua da Saúde',
    '450',
    'Jardim Emília',
    '18035321',
  ]),
  person('Heloísa Prates Siqueira', '90010008780', 'campinas', ['Rua dos Ipês', '102', 'Nova Campinas', '13073422']),
  person('Osvaldo Lira Barreto', '90010009752', 'sorocaba', ['Rua da Figueira', '35', 'Campolim', '18047523']),
  person('Marlene Assis Couto', '90010010769', 'campinas', ['Rua do Açude', '270', 'Barão Geraldo', '13020624']),
  person('Rui Tavares Lemos', '90010011730', 'sorocaba', ['Rua do Pomar', '81', 'Jardim Emília', '18035725']),
]

function shop(name: string, taxId: string, city: keyof typeof cities, site: Site): DemonstrationCustomer {
  return { ...customer(name, taxId), legalName: `${name} Ltda.`, addresses: [addressOf('Sede', city, site)] }
}

function person(name: string, taxId: string, city: keyof typeof cities, site: Site): DemonstrationCustomer {
  return { ...customer(name, taxId), addresses: [addressOf('Casa', city, site)] }
}

function customer(name: string, taxId: string) {
  const [first = '', second = ''] = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(' ')
  return { name, taxId, email: `${first}.${second}@exemplo.com.br` }
}

function addressOf(label: string, city: keyof typeof cities, [street, streetNumber, district, postalCode]: Site) {
  const municipalityCode = cities[city]
  return { label, municipalityCode, street, streetNumber, complement: '', district, postalCode, isBilling: false }
}

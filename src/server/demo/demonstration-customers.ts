import type { z } from 'zod'
import type { CustomerAddressFields, customerFields } from '@/contract/customers'

export type DemonstrationCustomer = z.input<typeof customerFields>

// IBGE codes of the two cities.
const CAMPINAS = '3509502'
const SOROCABA = '3552205'

/** Invented customers in two cities, with valid documents, among them CNPJs with letters. */
export const demonstrationCustomers: readonly DemonstrationCustomer[] = [
  {
    name: 'Condomínio Solar das Mangueiras',
    legalName: 'Condomínio Edilício Solar das Mangueiras',
    taxId: '98710001000124',
    email: 'solar.mangueiras@exemplo.com.br',
    phone: '1932001031',
    addresses: [
      at(CAMPINAS, 'Sede', 'Avenida das Acácias Mansas', '49', 'Taquaral', '13015070'),
      at(CAMPINAS, 'Unidade 2', 'Rua da Serra Velha', '86', 'Barão Geraldo', '13020140'),
      at(SOROCABA, 'Unidade 3', 'Rua das Jabuticabeiras', '123', 'Jardim Emília', '18035210'),
    ],
    contacts: [
      person('Teresa Nogueira', 'Síndica', '19991002017', 'teresa.nogueira@exemplo.com.br'),
      person('Edson Brito', 'Portaria', '1932013013'),
    ],
  },
  {
    name: 'Condomínio Edifício Vista do Bosque',
    legalName: null,
    taxId: '98710002000179',
    email: 'vista.bosque@exemplo.com.br',
    phone: '1932001062',
    addresses: [
      at(CAMPINAS, 'Sede', 'Avenida do Sol Poente', '160', 'Centro', '13025280'),
      at(CAMPINAS, 'Unidade 2', 'Rua do Ribeirão Manso', '197', 'Bosque', '13070350'),
    ],
    contacts: [person('Amadeu Rocha', 'Zelador', '19991002034', 'amadeu.rocha@exemplo.com.br')],
  },
  {
    name: 'Colégio Rio Manso',
    legalName: 'Colégio Rio Manso Ltda.',
    taxId: '98710003000113',
    email: 'colegio.rio@exemplo.com.br',
    phone: '1932001093',
    addresses: [
      at(CAMPINAS, 'Sede', 'Rua das Quaresmeiras', '234', 'Nova Campinas', '13073420'),
      at(CAMPINAS, 'Unidade 2', 'Alameda dos Sabiás', '271', 'Guanabara', '13076490'),
    ],
    contacts: [
      person('Carla Bittencourt', 'Gerente administrativa', '19991002051', 'carla.bittencourt@exemplo.com.br'),
    ],
  },
  {
    name: 'Clínica Bem Cuidar',
    legalName: 'Bem Cuidar Serviços Médicos Ltda.',
    taxId: '9871A004000175',
    email: 'clinica.bem@exemplo.com.br',
    phone: '1932001124',
    addresses: [at(CAMPINAS, 'Sede', 'Rua do Moinho Velho', '308', 'Cambuí', '13083560')],
    contacts: [person('Fernanda Queiroz', 'Coordenadora', '19991002068', 'fernanda.queiroz@exemplo.com.br')],
  },
  {
    name: 'Supermercado Bom Vizinho',
    legalName: 'Bom Vizinho Comércio de Alimentos Ltda.',
    taxId: '98710005000102',
    email: 'supermercado.bom@exemplo.com.br',
    phone: '1932001155',
    addresses: [
      at(CAMPINAS, 'Sede', 'Avenida das Andorinhas', '345', 'Taquaral', '13091630'),
      at(CAMPINAS, 'Unidade 2', 'Rua da Ponte Nova', '382', 'Barão Geraldo', '13010700'),
      at(SOROCABA, 'Unidade 3', 'Rua dos Vinhedos', '419', 'Além Ponte', '18040770'),
    ],
    contacts: [
      person('Nilton Barros', 'Encarregado de manutenção', '19991002085', 'nilton.barros@exemplo.com.br'),
      person('Marlene Sales', 'Portaria', '1932013065'),
    ],
  },
  {
    name: 'Hotel Estrela do Interior',
    legalName: 'Estrela do Interior Hotelaria Ltda.',
    taxId: '98710006000157',
    email: 'hotel.estrela@exemplo.com.br',
    phone: '1532001186',
    addresses: [
      at(SOROCABA, 'Sede', 'Travessa do Relógio', '456', 'Mangal', '18047840'),
      at(SOROCABA, 'Unidade 2', 'Avenida das Bandeirolas', '493', 'Éden', '18060010'),
    ],
    contacts: [person('Alice Monteiro', 'Governança', '15991002102', 'alice.monteiro@exemplo.com.br')],
  },
  {
    name: 'Laboratório Pontual Análises',
    legalName: 'Pontual Análises Clínicas S.A.',
    taxId: '9871B007000123',
    email: 'laboratorio.pontual@exemplo.com.br',
    phone: '1932001217',
    addresses: [at(CAMPINAS, 'Sede', 'Rua das Cerejeiras', '530', 'Nova Campinas', '13025080')],
    contacts: [person('Renata Couto', 'Responsável técnica', '19991002119', 'renata.couto@exemplo.com.br')],
  },
  {
    name: 'Academia Corpo em Dia',
    legalName: 'Corpo em Dia Atividades Físicas Ltda.',
    taxId: '98710008000146',
    email: 'academia.corpo@exemplo.com.br',
    phone: '1532001248',
    addresses: [at(SOROCABA, 'Sede', 'Rua da Estação Antiga', '567', 'Centro', '18020150')],
    contacts: [person('Fábio Serrano', 'Sócio', '15991002136', 'fabio.serrano@exemplo.com.br')],
  },
  {
    name: 'Restaurante Panela de Barro',
    legalName: 'Panela de Barro Refeições Ltda.',
    taxId: '98710009000190',
    email: 'restaurante.panela@exemplo.com.br',
    phone: '1932001279',
    addresses: [at(CAMPINAS, 'Sede', 'Rua dos Ipês Claros', '604', 'Cambuí', '13073220')],
    contacts: [
      person('Ivone Salgado', 'Proprietária', '19991002153', 'ivone.salgado@exemplo.com.br'),
      person('Osvaldo Pires', 'Portaria', '1932013117'),
    ],
  },
  {
    name: 'Gráfica Traço Fino',
    legalName: 'Traço Fino Impressões Ltda.',
    taxId: '98710010000115',
    email: 'grafica.traco@exemplo.com.br',
    phone: '1532001310',
    addresses: [at(SOROCABA, 'Sede', 'Avenida das Acácias Mansas', '641', 'Jardim Emília', '18035290')],
    contacts: [person('Sérgio Valadão', 'Gerente de produção', '15991002170', 'sergio.valadao@exemplo.com.br')],
  },
  {
    name: 'Escritório Nunes & Brandão Advocacia',
    legalName: 'Nunes e Brandão Sociedade de Advogados',
    taxId: '98710011000160',
    email: 'nunes.brandao@exemplo.com.br',
    phone: '1932001341',
    addresses: [at(CAMPINAS, 'Sede', 'Rua da Serra Velha', '678', 'Barão Geraldo', '13083360')],
    contacts: [person('Paula Menezes', 'Secretária', '19991002187', 'paula.menezes@exemplo.com.br')],
  },
  {
    name: 'Centro Empresarial Alto da Colina',
    legalName: 'Alto da Colina Administração Predial Ltda.',
    taxId: '98C10012000186',
    email: 'empresarial.alto@exemplo.com.br',
    phone: '1932001372',
    addresses: [
      at(CAMPINAS, 'Sede', 'Rua das Jabuticabeiras', '715', 'Jardim Guanabara', '13091430'),
      at(CAMPINAS, 'Unidade 2', 'Avenida do Sol Poente', '752', 'Centro', '13010500'),
      at(SOROCABA, 'Unidade 3', 'Rua do Ribeirão Manso', '789', 'Campolim', '18010570'),
    ],
    contacts: [person('Gustavo Almada', 'Gerente predial', '19991002204', 'gustavo.almada@exemplo.com.br')],
  },
  {
    name: 'Farmácia Vida Leve',
    legalName: 'Vida Leve Medicamentos Ltda.',
    taxId: '98710013000159',
    email: 'farmacia.vida@exemplo.com.br',
    phone: '1532001403',
    addresses: [
      at(SOROCABA, 'Sede', 'Rua das Quaresmeiras', '826', 'Centro', '18020640'),
      at(SOROCABA, 'Unidade 2', 'Alameda dos Sabiás', '863', 'Vila Hortência', '18030710'),
    ],
    contacts: [
      person('Débora Pacheco', 'Farmacêutica', '15991002221', 'debora.pacheco@exemplo.com.br'),
      person('Cláudia Reis', 'Portaria', '1532013169'),
    ],
  },
  {
    name: 'Metalúrgica Aço Novo',
    legalName: 'Aço Novo Indústria Metalúrgica Ltda.',
    taxId: '98710014000101',
    email: 'metalurgica.aco@exemplo.com.br',
    phone: '1532001434',
    addresses: [at(SOROCABA, 'Sede', 'Rua do Moinho Velho', '900', 'Jardim Emília', '18035780')],
    contacts: [person('Wagner Teles', 'Supervisor de utilidades', '15991002238', 'wagner.teles@exemplo.com.br')],
  },
  {
    name: 'Padaria Trigo Dourado',
    legalName: 'Trigo Dourado Panificadora ME',
    taxId: '98710015000148',
    email: 'padaria.trigo@exemplo.com.br',
    phone: '1932001465',
    addresses: [at(CAMPINAS, 'Sede', 'Avenida das Andorinhas', '937', 'Taquaral', '13070850')],
    contacts: [person('Joaquim Lemos', 'Proprietário', '19991002255', 'joaquim.lemos@exemplo.com.br')],
  },
  {
    name: 'Escola Infantil Girassol',
    legalName: 'Girassol Educação Infantil Ltda.',
    taxId: '98710016000192',
    email: 'escola.infantil@exemplo.com.br',
    phone: '1532001496',
    addresses: [at(SOROCABA, 'Sede', 'Rua da Ponte Nova', '974', 'Mangal', '18047020')],
    contacts: [person('Simone Arruda', 'Diretora', '15991002272', 'simone.arruda@exemplo.com.br')],
  },
  {
    name: 'Distribuidora Ponte Alta',
    legalName: 'Ponte Alta Logística S.A.',
    taxId: '98D7E017000151',
    email: 'distribuidora.ponte@exemplo.com.br',
    phone: '1532001527',
    addresses: [
      at(SOROCABA, 'Sede', 'Rua dos Vinhedos', '1011', 'Éden', '18060090'),
      at(SOROCABA, 'Unidade 2', 'Travessa do Relógio', '1048', 'Campolim', '18010160'),
    ],
    contacts: [
      person('Rodrigo Freire', 'Compras', '15991002289', 'rodrigo.freire@exemplo.com.br'),
      person('Hélio Santana', 'Portaria', '1532013221'),
    ],
  },
  {
    name: 'Ótica Horizonte',
    legalName: 'Ótica Horizonte Comércio Ltda.',
    taxId: '98710018000181',
    email: 'otica.horizonte@exemplo.com.br',
    phone: '1932001558',
    addresses: [at(CAMPINAS, 'Sede', 'Avenida das Bandeirolas', '1085', 'Bosque', '13091230')],
    contacts: [person('Vanessa Prates', 'Gerente', '19991002306', 'vanessa.prates@exemplo.com.br')],
  },
  {
    name: 'Antônio Carlos Bezerra',
    taxId: '90010001182',
    email: 'antoniocarlosbezerra@exemplo.com.br',
    phone: '19991004209',
    addresses: [at(CAMPINAS, 'Casa', 'Rua das Cerejeiras', '1122', 'Nova Campinas', '13010300')],
  },
  {
    name: 'Mariana Duarte Lopes',
    taxId: '90010002235',
    email: 'marianaduartelopes@exemplo.com.br',
    phone: '19991004220',
    addresses: [at(CAMPINAS, 'Casa', 'Rua da Estação Antiga', '1159', 'Guanabara', '13015370')],
  },
  {
    name: 'Sebastião Ramalho',
    taxId: '90010003398',
    email: 'sebastiaoramalho@exemplo.com.br',
    phone: '15991004231',
    addresses: [at(SOROCABA, 'Casa', 'Rua dos Ipês Claros', '1196', 'Além Ponte', '18040440')],
  },
  {
    name: 'Cecília Andrade Pinto',
    taxId: '90010004440',
    email: 'ceciliaandradepinto@exemplo.com.br',
    phone: '19991004242',
    addresses: [at(CAMPINAS, 'Casa', 'Avenida das Acácias Mansas', '1233', 'Taquaral', '13024510')],
  },
  {
    name: 'Tiago Falcão',
    taxId: '90010005501',
    email: 'tiagofalcao@exemplo.com.br',
    phone: '15991004253',
    addresses: [at(SOROCABA, 'Casa', 'Rua da Serra Velha', '1270', 'Éden', '18060580')],
  },
  {
    name: 'Regina Célia Moura',
    taxId: '90010006656',
    email: 'reginaceliamoura@exemplo.com.br',
    phone: '19991004264',
    addresses: [at(CAMPINAS, 'Casa', 'Rua das Jabuticabeiras', '1307', 'Jardim Guanabara', '13070650')],
  },
  {
    name: 'Leandro Castanho',
    taxId: '90010007709',
    email: 'leandrocastanho@exemplo.com.br',
    phone: '15991004275',
    addresses: [at(SOROCABA, 'Casa', 'Avenida do Sol Poente', '1344', 'Centro', '18020720')],
  },
]

/** The customers of the second company. */
export const pipingCustomers: readonly DemonstrationCustomer[] = [
  {
    name: 'Condomínio Parque das Águas',
    taxId: '98710001000124',
    addresses: [at(SOROCABA, 'Sede', 'Rua do Chafariz', '40', 'Campolim', '18047300')],
  },
  {
    name: 'Lavanderia Espuma Clara',
    taxId: '98710009000190',
    addresses: [at(SOROCABA, 'Loja', 'Rua das Bolhas', '7', 'Centro', '18010050')],
  },
]

function at(
  municipalityCode: string,
  label: string,
  street: string,
  streetNumber: string,
  district: string,
  postalCode: string,
): CustomerAddressFields {
  return { municipalityCode, label, street, streetNumber, complement: '', district, postalCode, isBilling: false }
}

function person(name: string, jobTitle: string, phone: string, email?: string) {
  return { name, jobTitle, phone, email }
}

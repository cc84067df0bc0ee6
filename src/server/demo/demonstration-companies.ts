import type { NewCompany } from '@/server/auth/open-company'

/** The company whose work the demonstration shows. */
export const climateCompany: NewCompany = {
  name: 'Brisa Norte Climatização',
  legalName: 'Brisa Norte Climatização Ltda.',
  taxId: '98700001000143',
  municipalRegistration: '00123456',
  taxRegime: 'simples_nacional',
  street: 'Avenida das Palmeiras Azuis',
  streetNumber: '1450',
  complement: 'Galpão 3',
  district: 'Jardim Chapadão',
  city: 'Campinas',
  state: 'SP',
  postalCode: '13070000',
  municipalityCode: '3509502',
  email: 'contato@brisanorte.exemplo.com.br',
  phone: '1932000100',
  isDemonstration: true,
}

/** A second, small company, by which one sees what belongs to which. */
export const pipingCompany: NewCompany = {
  name: 'Lins Tubulações',
  legalName: 'Lins Tubulações e Isolamento ME',
  taxId: '98700002000198',
  municipalRegistration: '00654321',
  taxRegime: 'simples_nacional',
  street: 'Rua dos Encanadores',
  streetNumber: '88',
  complement: '',
  district: 'Vila Hortência',
  city: 'Sorocaba',
  state: 'SP',
  postalCode: '18020000',
  municipalityCode: '3552205',
  email: 'contato@linstubulacoes.exemplo.com.br',
  phone: '1532000200',
  isDemonstration: true,
}

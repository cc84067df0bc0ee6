import type { Role } from '@/contract/permissions'

/** Who works in the companies of the demonstration, by what they do there. */
export type DemonstrationPerson = { name: string; email: string; roles: readonly Role[] }

/** The password of everybody in the demonstration. It is no secret: `npm start` prints it. */
export const DEMONSTRATION_PASSWORD = 'demonstracao-2026'

/** The people of the larger company; the first founds it. */
export const demonstrationPeople = {
  admin: { name: 'Helena Prado', email: 'admin@exemplo.com.br', roles: ['admin'] },
  manager: { name: 'Marcos Vilela', email: 'gestor@exemplo.com.br', roles: ['manager'] },
  seller: { name: 'Bianca Torres', email: 'vendedora@exemplo.com.br', roles: ['seller'] },
  secondSeller: { name: 'Igor Sampaio', email: 'vendedor@exemplo.com.br', roles: ['seller'] },
  coordinator: { name: 'Lúcia Ferraz', email: 'coordenadora@exemplo.com.br', roles: ['coordinator'] },
  technician: { name: 'Davi Moreira', email: 'tecnico@exemplo.com.br', roles: ['technician'] },
  secondTechnician: { name: 'Jonas Peixoto', email: 'tecnico2@exemplo.com.br', roles: ['technician'] },
  biller: { name: 'Rosa Amaral', email: 'faturista@exemplo.com.br', roles: ['biller'] },
  partner: { name: 'Otávio Lins', email: 'socio@exemplo.com.br', roles: ['manager', 'biller'] },
} as const satisfies Record<string, DemonstrationPerson>

export type DemonstrationPersonKey = keyof typeof demonstrationPeople

/** The partner of the larger company owns the smaller one, where he does everything. */
export const secondCompanyPeople = {
  partner: { ...demonstrationPeople.partner, roles: ['admin', 'technician'] },
} as const satisfies Record<string, DemonstrationPerson>

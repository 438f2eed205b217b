import type { LayoutColumn } from './layout.ts'
import { readBirth } from './read-date.ts'
import { readName } from './read-words.ts'

type Column<R> = R extends (typed: string) => infer Answer ? LayoutColumn<Answer extends { readonly value: infer T } ? T : never> : never

const birthName: Column<typeof readName> = {
  label: 'Nom de naissance',
  titles: [
    'nom de naissance',
    'nom naissance',
    'nom de famille',
    'nom famille',
    'nom patronymique',
    'patronyme',
    'nom de jeune fille',
    'nom du salarie',
    'nom salarie',
    'nom interimaire',
    'nom',
  ],
  read: readName,
  required: true,
  orElse: 'fullName',
  example: 'EXEMPLE (à remplacer)',
}

const givenNames: Column<typeof readName> = {
  label: 'Prénoms',
  titles: ['prenoms', 'prenom', 'prenom usuel', 'prenom s', 'prenom du salarie', 'prenom salarie', 'prenom 1'],
  read: readName,
  required: true,
  orElse: 'fullName',
  example: 'Nadia',
}

const usageName: Column<typeof readName> = {
  label: 'Nom d’usage',
  titles: ['nom d usage', 'nom usage', 'nom marital', 'nom d epouse', 'nom usuel', 'nom epouse', 'nom'],
  read: readName,
  example: '',
}

const fullName: Column<typeof readName> = {
  label: 'Nom et prénom',
  titles: [
    'nom et prenom',
    'nom prenom',
    'nom prenoms',
    'prenom nom',
    'prenom et nom',
    'salarie',
    'nom complet',
    'identite',
    'interimaire',
    'employe',
    'libelle salarie',
  ],
  read: readName,
  example: '',
}

const birthDate: Column<typeof readBirth> = {
  label: 'Date de naissance',
  titles: [
    'date de naissance',
    'date naissance',
    'date naiss',
    'dat naissance',
    'dt naissance',
    'naissance',
    'ne e le',
    'ne le',
    'nee le',
    'ddn',
    'date nais',
  ],
  read: readBirth,
  example: '03/05/1990',
}

/** Who a line is about. The birth date tells two people of one name apart. */
export const identityColumns = { birthName, givenNames, usageName, fullName, birthDate } as const

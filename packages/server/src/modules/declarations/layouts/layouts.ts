import { CONTRACT_LABELS, type ContractType } from '../../employment/index.ts'
import { identityColumns } from './identity-columns.ts'
import type { LayoutColumn } from './layout.ts'
import type { Read } from './read-cell.ts'
import { readDate } from './read-date.ts'
import { readHours } from './read-hours.ts'
import { readMonth } from './read-month.ts'
import { readContractType, readEmail, readMeasure, readPhone, readSex, readText } from './read-words.ts'

const column = <T>(
  label: string,
  titles: readonly string[],
  read: (typed: string) => Read<T>,
  more: Partial<LayoutColumn<T>> = {},
): LayoutColumn<T> => ({ label, titles, read, example: '', ...more })

const { birthName, givenNames, usageName, fullName, birthDate } = identityColumns

export const peopleLayout = {
  birthName,
  givenNames,
  usageName,
  fullName,
  birthDate: { ...birthDate, required: true },
  sex: column('Sexe', ['sexe', 'genre', 'civilite', 'civ', 'titre', 'code sexe'], readSex, {
    example: 'F',
    choices: [
      { value: 'F', label: 'Femme' },
      { value: 'M', label: 'Homme' },
    ],
  }),
  phone: column(
    'Téléphone',
    ['telephone', 'tel', 'telephone portable', 'tel portable', 'portable', 'mobile', 'gsm', 'tel mobile'],
    readPhone,
    {
      example: '06 39 98 00 00',
    },
  ),
  email: column('E-mail', ['e mail', 'email', 'mail', 'courriel', 'adresse mail', 'adresse e mail', 'adresse email', 'mel'], readEmail, {
    example: 'nadia@exemple.fr',
  }),
  address: column('Adresse', ['adresse', 'rue', 'voie', 'adresse 1', 'adresse ligne 1', 'adresse postale'], readText(160), {
    example: '12 rue du Port',
  }),
  postcode: column('Code postal', ['code postal', 'cp', 'c p', 'code post'], readText(10), { example: '11300' }),
  town: column('Commune', ['commune', 'ville', 'localite', 'bureau distributeur'], readText(60), { example: 'Limoux' }),
} as const

const worksite = column(
  'Site',
  ['site', 'chantier', 'lieu de travail', 'etablissement', 'affectation', 'lieu', 'agence', 'section'],
  readText(120),
  {
    example: '',
  },
)

const firstDay = column(
  'Premier jour',
  [
    'premier jour',
    'date de debut',
    'date debut',
    'debut',
    'debut de contrat',
    'debut contrat',
    'date d entree',
    'date entree',
    'entree',
    'date d embauche',
    'date embauche',
    'embauche',
    'date debut contrat',
    'date de debut de contrat',
    'date deb',
  ],
  readDate,
  { example: '05/01/2026' },
)

const lastDay = column(
  'Dernier jour',
  [
    'dernier jour',
    'date de fin',
    'date fin',
    'fin',
    'fin de contrat',
    'fin contrat',
    'date fin contrat',
    'date de fin de contrat',
    'date de fin previsionnelle',
    'terme',
    'date de sortie',
    'date sortie',
    'echeance',
  ],
  readDate,
  { example: '04/05/2026' },
)

const weeklyHours = column(
  'Heures par semaine',
  [
    'heures par semaine',
    'heures semaine',
    'heures hebdo',
    'heures hebdomadaires',
    'horaire hebdo',
    'horaire hebdomadaire',
    'duree hebdo',
    'duree hebdomadaire',
    'nb heures semaine',
    'h semaine',
    'h hebdo',
    'temps hebdo',
    'hrs hebdo',
  ],
  readHours,
  { example: '26' },
)

/** Beside hours, « Date de début » alone is rather that of a week: the title must speak of the contract. */
const ofContract = <T>(of: LayoutColumn<T>, label: string): LayoutColumn<T> => ({
  ...of,
  label,
  titles: of.titles.filter((title) => /contrat|entree|embauche|sortie|terme|echeance/.test(title)),
  example: '',
})

export const contractsLayout = {
  ...identityColumns,
  type: column(
    'Type de contrat',
    ['type de contrat', 'type contrat', 'nature du contrat', 'nature contrat', 'nature', 'contrat', 'type', 'code contrat'],
    readContractType,
    {
      required: true,
      example: 'CDDI',
      choices: (Object.entries(CONTRACT_LABELS) as [ContractType, string][]).map(([value, label]) => ({
        value:
          value === 'OTHER'
            ? 'Autre'
            : value === 'CDI_INCLUSION'
              ? 'CDI inclusion'
              : value === 'APPRENTICESHIP'
                ? 'Apprentissage'
                : value === 'PROFESSIONAL_TRAINING'
                  ? 'Professionnalisation'
                  : value,
        label,
      })),
    },
  ),
  firstDay: { ...firstDay, required: true },
  lastDay,
  weeklyHours,
  post: column(
    'Poste',
    ['poste', 'emploi', 'intitule de poste', 'intitule du poste', 'qualification', 'fonction', 'metier', 'libelle emploi'],
    readText(120),
    {
      example: 'Ouvrière maraîchère',
    },
  ),
  worksite,
  market: column('Marché', ['marche', 'numero de marche', 'n marche'], readText(120)),
  lot: column('Lot', ['lot', 'numero de lot'], readText(60)),
  clauseKind: column('Clause', ['clause', 'type de clause', 'clause d insertion'], readText(60)),
} as const

export const hoursLayout = {
  ...identityColumns,
  month: column(
    'Mois',
    [
      'mois',
      'periode',
      'mois de paie',
      'periode de paie',
      'mois paie',
      'date de paie',
      'annee mois',
      'mois annee',
      'periode du',
      'semaine du',
    ],
    readMonth,
    {
      required: true,
      example: '10/2026',
    },
  ),
  paid: column(
    'Heures payées',
    [
      'heures payees',
      'hrs payees',
      'h payees',
      'nb heures payees',
      'heures remunerees',
      'nb heures',
      'nombre d heures',
      'nombre heures',
      'total heures',
      'heures',
      'hrs',
      'qte heures',
      'quantite',
      'heures mois',
      'heures facturees',
    ],
    readHours,
    { example: '112,67' },
  ),
  worked: column(
    'Heures travaillées',
    [
      'heures travaillees',
      'hrs travaillees',
      'h travaillees',
      'nb heures travaillees',
      'heures effectives',
      'heures realisees',
      'heures productives',
      'heures effectuees',
      'travail effectif',
      'h trav',
      'heures trav',
    ],
    readHours,
    { example: '98,5' },
  ),
  accompaniment: column(
    'Heures d’accompagnement',
    ['heures d accompagnement', 'heures accompagnement', 'h accompagnement', 'accompagnement', 'heures accomp'],
    readHours,
  ),
  clause: column(
    'Heures d’insertion (clause)',
    ['heures d insertion clause', 'heures clause', 'heures clausees', 'heures d insertion', 'heures insertion', 'h clause'],
    readHours,
  ),
  worksite,
  measure: column('Aide', ['aide', 'mesure', 'annexe'], readMeasure, { example: 'Droit commun' }),
  // Held against the contract that is recorded: payroll often knows first that it goes on, or that it stopped.
  firstDay: ofContract(firstDay, 'Début du contrat'),
  lastDay: ofContract(lastDay, 'Fin du contrat'),
  weeklyHours: { ...weeklyHours, example: '' },
} as const

/** The layouts by kind of import. */
export const LAYOUTS = { people: peopleLayout, contracts: contractsLayout, hours: hoursLayout } as const

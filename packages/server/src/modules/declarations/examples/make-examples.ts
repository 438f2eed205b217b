// Writes the three example files of this folder: `node packages/server/src/modules/declarations/examples/make-examples.ts`. Nobody in them exists.
// They are as badly kept as real ones, on purpose: `examples.test.ts` says exactly what is understood of them.
import { writeFileSync } from 'node:fs'
import { day } from '@maillage/kernel'
import type { CellValue, Sheet } from '../../../platform/uploads/tables.ts'
import { writeTables } from '../../../platform/uploads/write-tables.ts'

const at = (iso: string): CellValue => ({ day: day(iso) })
const SERIAL_OF_1970 = 25_569
const serial = (iso: string): CellValue => day(iso) + SERIAL_OF_1970
const TITLE = "SUIVI DES SALARIES DANS LES STRUCTURES DE L'INSERTION PAR L'ACTIVITE ECONOMIQUE (SIAE)"

const XLSX: readonly Sheet[] = [
  {
    name: 'Chantier jardin',
    merges: [
      { top: 0, left: 0, bottom: 0, right: 16 },
      ...[0, 1, 2, 3, 4, 5, 6, 16].map((column) => ({ top: 4, left: column, bottom: 5, right: column })),
      { top: 4, left: 7, bottom: 4, right: 9 },
      { top: 4, left: 10, bottom: 4, right: 13 },
      { top: 4, left: 14, bottom: 4, right: 15 },
    ],
    rows: [
      [TITLE],
      ['NOM DE LA STRUCTURE : Les Jardins', null, null, null, 'Mois : JUILLET', null, 'Année : 2026'],
      ['Tél : 04 68 00 00 00', null, null, null, 'mél : jardins@exemple.test', null, 'Référent dans la structure : C. Roux'],
      [],
      [
        'Identité (initiales)',
        'SEXE',
        'Âge',
        "Statut Administ. à l'entrée (RMI, DELD, TH, …) (1)",
        'orientation (2)',
        "Date début d'agrément IAE/ANPE",
        'Date entrée dans la structure',
        "CONTRAT D'INSERTION",
        null,
        null,
        'ACCOMPAGNEMENT',
        null,
        null,
        null,
        'SORTIE',
        null,
        'Heures payées',
      ],
      [
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        'mesure (3)\ndate',
        "Nbre d'heures du contrat (4)",
        'Lieu de travail',
        'Difficultés identifiées (5)',
        'Actions mises en oeuvre (formation, SMAE, EMT…)',
        'Partenaires impliqués dans le suivi',
        'Nature de la prestation mise en œuvre',
        'Date',
        'Nature (6)',
      ],
      [
        'A. B.',
        'f',
        36,
        'rsa',
        'Pole emploi',
        '05/01/26',
        '5 janv. 26',
        'cddi 05/01/2026',
        26,
        'JARDIN DE NARBONNE',
        'SECRET-SANTE dos',
        'soins',
        'CPAM',
        'bilan',
        null,
        null,
        112.67,
      ],
      [],
      [
        'ac',
        'H',
        '36 ans',
        'DELD',
        'mission locale',
        null,
        serial('2026-02-02'),
        'CDDI / 2 février 2026',
        '26h',
        null,
        'logement',
        null,
        null,
        null,
        '31/07/2026',
        'CDD 8 mois chez un paysagiste',
        '98,5',
      ],
      [
        'A.D',
        'F',
        36,
        'TH',
        'Cap emploi',
        null,
        at('2026-03-02'),
        'CDDI 02/03/26',
        26,
        'Serre',
        null,
        null,
        null,
        null,
        '31/06/2026',
        'Formation qualifiante',
        104,
      ],
      ['Z.Z.', 'F', 51, 'RSA', null, null, at('2026-05-04'), 'CDDI 04/05/26', 26],
      [null, null, null, null, null, null, null, 'TOTAL', 104, null, null, null, null, null, null, null, 315.17],
      ['(1) RMI, RSA, DELD, TH, autre'],
    ],
  },
  {
    name: 'Légende',
    merges: [],
    rows: [
      ['(1)', 'statut'],
      ['(2)', 'prescripteur'],
    ],
  },
]

const HEADER = [
  'IDENTITE (INITIALES)',
  'Sexe',
  'Age',
  "Statut Administ. à l'entrée (1)",
  'Orientation (2)',
  'Date entrée dans la structure',
  'mesure/date',
  "Nbre d'heures du contrat insertion",
  'Lieu de travail',
  'Difficultés identifiées(5)',
  'Date de sortie de la SIAE',
  'Nature de la sortie (6)',
  'Heures travaillées',
]

const ODS: readonly Sheet[] = [
  {
    name: 'juillet',
    merges: [{ top: 0, left: 0, bottom: 0, right: 12 }],
    rows: [
      [TITLE],
      ['juillet 2026'],
      HEADER,
      [
        'A.É.',
        'Féminin',
        36,
        'DETLD',
        'CCAS',
        '1er avril 2026',
        'CDDI 1/4/26',
        26,
        null,
        'SECRET-SANTE addiction',
        '30/06/2026',
        'autre raison',
        null,
      ],
      [
        'AB',
        'Mme',
        36,
        'RSA',
        'spontanée',
        at('2026-01-05'),
        'CUI-CAE 05/01/2026',
        35,
        'Jardin de Narbonne',
        null,
        'en cours',
        null,
        '112:40',
      ],
      ['A-C', 'F', 36, null, null, at('2026-02-02'), null, null, null, null, null, null, null],
      ['Sous-total', null, null, null, null, null, null, 61],
      HEADER,
      ['A D', 'f', 35, 'RSA', 'PLIE', '02.03.2026', 'CDDI 02/03/2026', '26 h / sem.', null, null, at('2026-07-15'), 'SANS NOUVELLES', 0],
    ],
  },
  { name: 'juin', merges: [], rows: [['Suivi', 'juin 2026'], HEADER, ['AB', 'F', 36]] },
]

const CSV_LINES = [
  'Suivi des salariés;;;Mois : 07/2026',
  '',
  '"Identité\n(initiales)";sexe;AGE;Statut à l’entrée;Orientation;"Date entrée dans\nla structure";mesure/date;Nbre d’heures du contrat;Lieu de travail;Difficultés;Date de sortie;Nature de la sortie;Heures payées',
  'A.B;F;36;RSA;France Travail;05-01-2026;CDDI 05/01/2026;26;jardin de narbonne;"SECRET-SANTE ; dos";;;112,67',
  'A.C.;M;36;ASS;Département;02/02/2026;CDDI 02/02/2026;26;;;;;-',
  ';;;;;;;;;;;;',
  'A.D.;F;trente-six;RSA;SPIP;2 mars 2026;CDDI 2 mars 2026;trente;;;;;104h',
  'Camille Roux;F;40;;;;;;;;;;',
  'A.E.;F;36;RSA;;;;;;;15/07/2026;;',
  'Total;;;;;;;78;;;;;216,67',
]

const here = (name: string) => new URL(name, import.meta.url)
writeFileSync(here('suivi-jardin.xlsx'), await writeTables('xlsx', XLSX))
writeFileSync(here('suivi-ods.ods'), await writeTables('ods', ODS))
// What Windows writes in France: one byte a letter, the typographic apostrophe at 0x92.
writeFileSync(here('suivi-1252.csv'), Buffer.from(CSV_LINES.join('\r\n').replaceAll('’', '\x92'), 'latin1'))

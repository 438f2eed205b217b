import type { MadeAccount } from '../cast/cast.ts'
import { teamOf } from '../cast/team-of.ts'

const ACI = 'Au fil de l’Aude'
const TEAM = teamOf('Au fil de l’Aude – rivières et berges')

/** Names of plants of the garrigue: nobody takes them for real people. */
export const NAMED: readonly MadeAccount[] = [
  {
    name: 'Nadia Romarin',
    email: 'nadia.romarin@exemple.test',
    hats: [{ organisation: 'Mission locale des Pays d’Aude', role: 'prescriber', unit: 'Antenne de Carcassonne', since: '2021-09-06' }],
    persona: {
      title: 'Nadia Romarin, conseillère à la mission locale',
      description:
        'Elle oriente des jeunes vers les structures de l’Aude. Elle voit le répertoire public des structures et des territoires, et ce que sa mission locale enregistre.',
    },
  },
  {
    name: 'Hugo Genévrier',
    email: 'hugo.genevrier@exemple.test',
    hats: [{ organisation: 'France Travail – Aude', role: 'ft_adviser', unit: 'Agence de Carcassonne', since: '2019-03-01' }],
    persona: {
      title: 'Hugo Genévrier, conseiller à France Travail',
      description:
        'Il travaille à l’agence de Carcassonne, avec ses collègues. Il voit le répertoire public et ce qui concerne son agence, pas celle de Narbonne.',
    },
  },
  {
    name: 'Samia Arbousier',
    email: 'samia.arbousier@exemple.test',
    hats: [{ organisation: ACI, role: 'counsellor', unit: TEAM, since: '2020-01-13' }],
    persona: {
      title: 'Samia Arbousier, conseillère en insertion d’un chantier',
      description:
        'Elle accompagne les salariés d’«\u00a0Au fil de l’Aude\u00a0». Elle voit sa structure et ses sites, sans pouvoir en changer la fiche.',
    },
  },
  {
    name: 'Claire Tamaris',
    email: 'claire.tamaris@exemple.test',
    hats: [
      { organisation: ACI, role: 'director', unit: TEAM, since: '2016-05-02' },
      { organisation: 'Réseau audois de l’insertion', role: 'organisation_administrator', since: '2022-01-01' },
    ],
    persona: {
      title: 'Claire Tamaris, directrice du même chantier',
      description:
        'Elle dirige «\u00a0Au fil de l’Aude\u00a0»\u00a0: elle peut ouvrir et fermer ses sites. Elle a une seconde casquette, celle d’administratrice du réseau des structures.',
    },
  },
  {
    name: 'Élise Câprier',
    email: 'elise.caprier@exemple.test',
    hats: [{ organisation: ACI, role: 'payroll_officer', unit: TEAM, since: '2019-01-01' }],
    persona: {
      title: 'Élise Câprier, chargée de la paie du même chantier',
      description:
        'Elle saisit et valide les heures d’«\u00a0Au fil de l’Aude\u00a0», et garde les numéros de sécurité sociale, qu’elle est seule à lire. Elle ne voit ni diagnostics ni coordonnées.',
    },
  },
  {
    name: 'Yanis Chardon',
    email: 'yanis.chardon@exemple.test',
    hats: [{ organisation: ACI, role: 'technical_supervisor', unit: TEAM, since: '2018-06-01' }],
    persona: {
      title: 'Yanis Chardon, encadrant technique du même chantier',
      description:
        'Il note sur son téléphone qui est là sur le site. Il voit son équipe et ses contrats\u00a0; ni critères, ni coordonnées, ni motifs d’absence.',
    },
  },
  {
    name: 'Paul Cyprès',
    email: 'paul.cypres@exemple.test',
    hats: [{ organisation: 'DDETS de l’Aude', role: 'authority_officer', since: '2021-04-01' }],
    persona: {
      title: 'Paul Cyprès, chargé de mission à la DDETS',
      description:
        'Il suit pour l’État les structures du département. Il voit les 42 structures de l’Aude et peut dessiner des périmètres\u00a0; il ne voit aucun dossier de personne.',
    },
  },
  {
    name: 'Leïla Lentisque',
    email: 'leila.lentisque@exemple.test',
    hats: [
      { organisation: 'Département de l’Aude', role: 'funder_officer', unit: 'Service financement de l’insertion', since: '2020-09-01' },
    ],
    persona: {
      title: 'Leïla Lentisque, chargée de financement au Département',
      description:
        'Elle prépare les financements du Département. Elle voit les structures de l’Aude et peut dessiner des périmètres\u00a0; le suivi des personnes appartient à un autre service.',
    },
  },
  {
    name: 'Inès Lavande',
    email: 'ines.lavande@exemple.test',
    hats: [
      {
        organisation: 'Carcassès Entraide',
        role: 'assignment_coordinator',
        unit: teamOf('Carcassès Entraide – mises à disposition'),
        since: '2021-01-04',
      },
    ],
    persona: {
      title: 'Inès Lavande, coordinatrice des missions d’une association intermédiaire',
      description:
        'Elle répond aux clients de « Carcassès Entraide » et trouve du travail à ses salariés : demandes, missions, relevés d’heures. Elle ne lit ni diagnostics ni actes d’accompagnement.',
    },
  },
  {
    name: 'Robin Olivier',
    email: 'robin.olivier@exemple.test',
    hats: [],
    administrator: true,
    persona: {
      title: 'Robin Olivier, administrateur de la plateforme',
      description:
        'Il décide des fusions de fiches et de ce qui s’efface, et voit ce qui n’a pas pu être transmis. Il n’appartient à aucune organisation et n’ouvre aucun dossier de personne.',
    },
  },
  {
    name: 'Victor Genêt',
    email: 'victor.genet@exemple.test',
    hats: [{ organisation: 'France Travail – Aude', role: 'ft_adviser', unit: 'Agence de Narbonne', since: '2018-02-01' }],
  },
  {
    name: 'Aïcha Garance',
    email: 'aicha.garance@exemple.test',
    hats: [{ organisation: 'Mission locale des Pays d’Aude', role: 'prescriber', unit: 'Antenne de Narbonne', since: '2019-10-01' }],
  },
  {
    name: 'Denis Micocoulier',
    email: 'denis.micocoulier@exemple.test',
    hats: [{ organisation: 'DDETS de l’Aude', role: 'body_secretary', since: '2021-04-01' }],
  },
  {
    name: 'Rose Bruyère',
    email: 'rose.bruyere@exemple.test',
    hats: [{ organisation: 'Département de l’Aude', role: 'referent', unit: 'Maison des solidarités de Carcassonne', since: '2017-01-09' }],
  },
  {
    name: 'Omar Sumac',
    email: 'omar.sumac@exemple.test',
    hats: [{ organisation: 'Réseau audois de l’insertion', role: 'network_officer', since: '2020-03-01' }],
  },
  {
    name: 'Jeanne Aubépine',
    email: 'jeanne.aubepine@exemple.test',
    hats: [{ organisation: 'DREETS Occitanie', role: 'authority_officer', since: '2022-02-01' }],
  },
  // Those who have left: nothing opens for them any more.
  {
    name: 'Marc Fenouil',
    email: 'marc.fenouil@exemple.test',
    hats: [{ organisation: ACI, role: 'counsellor', unit: TEAM, since: '2015-01-05', until: '2019-12-31' }],
  },
  {
    name: 'Anne Sauge',
    email: 'anne.sauge@exemple.test',
    hats: [{ organisation: 'Les Jardins de la Malepère', role: 'director', since: '2001-01-01', until: '2024-12-31' }],
  },
  {
    name: 'Louis Thym',
    email: 'louis.thym@exemple.test',
    hats: [
      {
        organisation: 'Mission locale des Pays d’Aude',
        role: 'prescriber',
        unit: 'Antenne de Carcassonne',
        since: '2016-09-01',
        until: '2021-08-31',
      },
    ],
  },
  {
    name: 'Sarah Laurier',
    email: 'sarah.laurier@exemple.test',
    hats: [
      { organisation: 'Régie du Viguier', role: 'director', since: '2012-01-01', until: '2025-06-30' },
      { organisation: 'La Table partagée', role: 'director', since: '2025-07-01' },
    ],
  },
]

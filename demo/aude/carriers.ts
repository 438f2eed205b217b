import type { SiaeKind } from '@maillage/kernel'
import type { MadeCarrier, MadeSiae, MadeWorksite } from '../cast/cast.ts'

const at = (commune: string, name: string, address: string | null = null): MadeWorksite => ({ name, address, commune })
const one = (kind: SiaeKind, name: string, commune: string, since: string, worksites: readonly MadeWorksite[] = []): MadeSiae => ({
  kind,
  name,
  commune,
  since,
  worksites,
})

const ASSOCIATION = 'Association loi 1901'

/**
 * The carriers of the demonstration, all invented. Their structures are as many of each kind as the Aude had in 2023
 * (29 ACI, 8 EI, 3 AI, 2 ETTI), and one more that has ended.
 */
export const CARRIERS: readonly MadeCarrier[] = [
  {
    name: 'Au fil de l’Aude',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Au fil de l’Aude – rivières et berges', '11397', '2009-04-01', [
        at('11397', 'Dépôt de Trèbes', '12 chemin de la Seigne'),
        at('11069', 'Berges de l’Aude à Carcassonne'),
        // In the next département: its hours count there for observation, and in the Aude for money.
        at('66046', 'Chantier de la Boulzane', 'Route de Prades'),
      ]),
    ],
  },
  {
    name: 'Régie des quartiers de la Narbonnaise',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Régie de la Narbonnaise – chantier de quartier', '11262', '2004-01-01', [
        at('11262', 'Local du quartier Saint-Jean', '4 rue des Amandiers'),
        at('11262', 'Jardins partagés de Razimbaud'),
      ]),
      one('EI', 'Régie de la Narbonnaise – propreté et espaces verts', '11262', '2008-01-01', [
        at('11262', 'Atelier du Pastouret', '18 rue des Cordiers'),
        at('11024', 'Entretien des sentiers de Bages'),
      ]),
    ],
  },
  {
    name: 'Régie du Viguier',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Régie du Viguier – second œuvre', '11069', '2006-09-01', [at('11069', 'Atelier du Viguier', '7 rue des Glycines')]),
      one('EI', 'Régie du Viguier – nettoyage', '11069', '2011-01-01', [at('11069', 'Base de la Conte', '2 place des Tilleuls')]),
    ],
  },
  {
    name: 'Terre Vive des Corbières',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Terre Vive – maraîchage', '11203', '2002-03-01', [at('11203', 'Parcelles de l’Orbieu', 'Chemin des Olivettes')]),
      one('ACI', 'Terre Vive – conserverie', '11140', '2016-05-01', [at('11140', 'Conserverie de Ferrals', '9 avenue des Corbières')]),
    ],
  },
  {
    name: 'Haute Vallée Insertion',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Haute Vallée – patrimoine bâti', '11206', '1999-01-01', [
        at('11206', 'Atelier de Limoux', '31 rue des Tanneurs'),
        at('11008', 'Remparts d’Alet'),
      ]),
      one('ACI', 'Haute Vallée – espaces naturels', '11304', '2007-06-01', [
        at('11304', 'Dépôt de Quillan', '3 quai du Pont-Vieux'),
        at('11021', 'Gorges d’Axat'),
      ]),
      one('AI', 'Haute Vallée Services', '11206', '1994-02-01', [at('11206', 'Accueil de Limoux', '33 rue des Tanneurs')]),
    ],
  },
  {
    name: 'Lauragais Solidaire',
    legalForm: ASSOCIATION,
    siae: [
      {
        ...one('ACI', 'Lauragais Solidaire – espaces verts', '11076', '2003-10-01', [
          at('11076', 'Dépôt du Grand Bassin', '6 quai du Canal'),
          at('11361', 'Jardins de Saint-Papoul'),
        ]),
        movedOn: '2022-09-01',
      },
      one('AI', 'Lauragais Services', '11076', '1996-01-01', [at('11076', 'Accueil de Castelnaudary', '14 rue des Carmes')]),
    ],
  },
  {
    name: 'Carcassès Entraide',
    legalForm: ASSOCIATION,
    siae: [
      one('AI', 'Carcassès Entraide – mises à disposition', '11069', '1995-05-01', [
        at('11069', 'Accueil de Carcassonne', '22 rue du Moulin-Bas'),
      ]),
      one('ACI', 'Carcassès Entraide – repassage et couture', '11069', '2010-01-01', [
        at('11069', 'Atelier de repassage', '24 rue du Moulin-Bas'),
      ]),
    ],
  },
  {
    name: 'La Recyclerie de la Clape',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Recyclerie de la Clape – réemploi', '11106', '2012-02-01', [
        at('11106', 'Boutique de Coursan', '40 avenue de Béziers'),
        at('11145', 'Collecte de Fleury'),
      ]),
      one('EI', 'Recyclerie de la Clape – déconstruction', '11106', '2018-01-01', [
        at('11106', 'Plateforme de déconstruction', 'Zone artisanale des Salins'),
      ]),
    ],
  },
  {
    name: 'Bois des Pyrénées audoises',
    legalForm: 'Société coopérative d’intérêt collectif',
    siae: [
      one('EI', 'Bois des Pyrénées audoises – bois énergie', '11304', '2013-09-01', [
        at('11304', 'Plateforme de Quillan', 'Zone d’activité du Tilleul'),
      ]),
      one('ACI', 'Bois des Pyrénées audoises – sentiers et forêt', '11028', '2015-04-01', [
        at('11028', 'Base de Belcaire', 'Route du Lac'),
        at('11130', 'Plateau de Sault'),
      ]),
    ],
  },
  {
    name: 'Chantiers du patrimoine des Corbières',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Patrimoine des Corbières – Lagrasse', '11185', '2005-01-01', [
        at('11185', 'Atelier de taille de pierre', '5 rue de la Tourelle'),
      ]),
      one('ACI', 'Patrimoine des Corbières – châteaux', '11435', '2014-03-01', [
        at('11435', 'Chantier de Villerouge'),
        at('11388', 'Chantier de Termes'),
      ]),
    ],
  },
  {
    name: 'Les Potagers de Gruissan',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Les Potagers de Gruissan', '11170', '2011-03-01', [at('11170', 'Serres de l’Étang', 'Chemin des Aspres')])],
  },
  {
    name: 'La Ressourcerie du Cabardès',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'La Ressourcerie du Cabardès', '11425', '2015-01-01', [at('11425', 'Boutique de Villegailhenc', '1 route de Mazamet')]),
    ],
  },
  {
    name: 'Fil et Aiguille d’Oc',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Fil et Aiguille d’Oc', '11069', '2017-09-01', [at('11069', 'Atelier textile', '16 rue des Tisserands')])],
  },
  {
    name: 'Les Bâtisseurs du Minervois',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Les Bâtisseurs du Minervois', '11315', '2006-01-01', [
        at('11315', 'Atelier de Rieux', '8 chemin de l’Argent-Double'),
        at('11172', 'Capitelles de Homps'),
      ]),
    ],
  },
  {
    name: 'Les Paniers du Canal',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Les Paniers du Canal', '11049', '2019-01-01', [at('11049', 'Jardin de Bram', 'Chemin de la Rigole')])],
  },
  {
    name: 'Roue libre audoise',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Roue libre audoise', '11069', '2018-04-01', [at('11069', 'Atelier vélo de la gare', '3 avenue du Chemin-de-Fer')])],
  },
  {
    name: 'Clic Solidaire',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Clic Solidaire', '11262', '2020-02-01', [at('11262', 'Atelier de reconditionnement', '27 rue de l’Étang')])],
  },
  {
    name: 'Garage solidaire de la Haute Vallée',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Garage solidaire de la Haute Vallée', '11206', '2016-01-01', [
        at('11206', 'Garage de Limoux', '10 route de Pieusse'),
        at('11103', 'Antenne de Couiza'),
      ]),
    ],
  },
  {
    name: 'Les Sentinelles du littoral',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Les Sentinelles du littoral', '11379', '2008-05-01', [
        at('11379', 'Dépôt de Sigean', '19 rue des Étangs'),
        at('11266', 'Plages de Port-la-Nouvelle'),
        at('11202', 'Lagunes de Leucate'),
      ]),
    ],
  },
  {
    name: 'Centre intercommunal d’action sociale des Hautes Corbières',
    legalForm: 'Établissement public administratif',
    siae: [
      one('ACI', 'Chantier des Hautes Corbières', '11401', '2013-01-01', [at('11401', 'Dépôt de Tuchan'), at('11124', 'Équipe de Durban')]),
    ],
  },
  {
    name: 'La Ferme de l’Escouto',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'La Ferme de l’Escouto', '11091', '2010-03-01', [at('11091', 'Ferme de Chalabre', 'Lieu-dit l’Escouto')])],
  },
  {
    name: 'Ceps et Talents',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Ceps et Talents', '11353', '2014-01-01', [
        at('11353', 'Chai de Saint-Marcel', '2 chemin des Vignes'),
        at('11164', 'Vignes de Ginestas'),
      ]),
    ],
  },
  {
    name: 'Décors et Compagnie',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Décors et Compagnie', '11262', '2017-01-01', [at('11262', 'Atelier de décors', '11 quai des Barques')])],
  },
  {
    name: 'Les Ruchers de la Montagne noire',
    legalForm: ASSOCIATION,
    siae: [
      one('ACI', 'Les Ruchers de la Montagne noire', '11367', '2019-04-01', [
        at('11367', 'Miellerie de Saissac'),
        at('11115', 'Ruchers de Cuxac-Cabardès'),
      ]),
    ],
  },
  {
    name: 'Le Chantier du Barcarin',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Le Chantier du Barcarin', '11266', '2012-09-01', [at('11266', 'Cale de radoub', 'Quai des Bateliers')])],
  },
  {
    name: 'Seconde Trame',
    legalForm: ASSOCIATION,
    siae: [one('ACI', 'Seconde Trame', '11076', '2018-09-01', [at('11076', 'Friperie de Castelnaudary', '5 rue de la Baffe')])],
  },
  {
    name: 'La Table partagée',
    legalForm: 'Société coopérative et participative',
    siae: [one('EI', 'La Table partagée', '11262', '2015-06-01', [at('11262', 'Laboratoire de cuisine', '6 rue des Maraîchers')])],
  },
  {
    name: 'Blanc d’Aude',
    legalForm: 'Société coopérative d’intérêt collectif',
    siae: [
      one('EI', 'Blanc d’Aude – blanchisserie', '11069', '2010-09-01', [
        at('11069', 'Blanchisserie de la Bouriette', '14 rue des Lavoirs'),
      ]),
    ],
  },
  {
    name: 'Second Œuvre Solidaire',
    legalForm: 'Société par actions simplifiée',
    siae: [
      one('EI', 'Second Œuvre Solidaire', '11429', '2016-03-01', [at('11429', 'Atelier de Villemoustaussou', '8 rue de l’Artisanat')]),
    ],
  },
  {
    name: 'Les Fourneaux du Lauragais',
    legalForm: 'Société coopérative et participative',
    siae: [one('EI', 'Les Fourneaux du Lauragais', '11076', '2020-09-01', [at('11076', 'Cuisine centrale', '12 avenue des Pyrénées')])],
  },
  {
    name: 'Interm’Aude Insertion',
    legalForm: 'Société par actions simplifiée',
    siae: [one('ETTI', 'Interm’Aude Insertion', '11069', '2007-01-01', [at('11069', 'Agence de Carcassonne', '45 avenue des Berges')])],
  },
  {
    name: 'Littoral Intérim Insertion',
    legalForm: 'Société à responsabilité limitée',
    siae: [
      one('ETTI', 'Littoral Intérim Insertion', '11262', '2012-01-01', [at('11262', 'Agence de Narbonne', '9 boulevard de la Robine')]),
    ],
  },
  {
    name: 'Les Jardins de la Malepère',
    legalForm: ASSOCIATION,
    siae: [
      {
        ...one('ACI', 'Les Jardins de la Malepère', '11254', '2001-01-01', [at('11254', 'Jardin de Montréal')]),
        until: '2024-12-31',
        successor: 'Les Paniers du Canal',
      },
    ],
  },
]

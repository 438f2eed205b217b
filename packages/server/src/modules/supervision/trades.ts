import type { SkillKind } from './model-skills.ts'

/** What a trade is made of, as a structure may begin to describe it: its own words replace these. */
export interface Trade {
  readonly name: string
  readonly skills: readonly (readonly [kind: SkillKind, label: string])[]
}

/** Ways of working that every trade asks for: those that an employer elsewhere asks about first. */
const EVERYWHERE = [
  ['behaviour', 'Arriver à l’heure et prévenir en cas d’absence'],
  ['behaviour', 'Travailler en équipe'],
  ['behaviour', 'Suivre une consigne jusqu’au bout'],
  ['behaviour', 'Demander quand on ne sait pas'],
  ['knowledge', 'Porter ses équipements de protection'],
  ['knowledge', 'Lire un plan, une fiche ou un schéma simple'],
  ['aptitude', 'Organiser son poste de travail'],
  ['aptitude', 'Contrôler son propre travail'],
] as const satisfies Trade['skills']

/** The trades most often met in structures of integration through work. */
export const TRADES: readonly Trade[] = [
  {
    name: 'Espaces verts et rivières',
    skills: [
      ['task', 'Débroussailler'],
      ['task', 'Tailler une haie'],
      ['task', 'Tondre et ramasser'],
      ['task', 'Planter et arroser'],
      ['task', 'Évacuer et trier les végétaux'],
      ['task', 'Entretenir et affûter les outils'],
      ['knowledge', 'Reconnaître les plantes à garder'],
      ['knowledge', 'Baliser un chantier au bord de l’eau ou de la route'],
      ...EVERYWHERE,
    ],
  },
  {
    name: 'Maraîchage',
    skills: [
      ['task', 'Préparer le sol'],
      ['task', 'Semer et repiquer'],
      ['task', 'Désherber'],
      ['task', 'Récolter à maturité'],
      ['task', 'Laver, trier et conditionner'],
      ['task', 'Composer les paniers'],
      ['knowledge', 'Reconnaître les cultures et leurs besoins'],
      ...EVERYWHERE,
    ],
  },
  {
    name: 'Bâtiment, second œuvre',
    skills: [
      ['task', 'Préparer un support'],
      ['task', 'Peindre un mur ou un plafond'],
      ['task', 'Monter une cloison'],
      ['task', 'Poser un revêtement de sol'],
      ['task', 'Maçonner un petit ouvrage'],
      ['task', 'Nettoyer et ranger le chantier'],
      ['knowledge', 'Mesurer et tracer'],
      ['knowledge', 'Monter un échafaudage selon la notice'],
      ...EVERYWHERE,
    ],
  },
  {
    name: 'Nettoyage de locaux',
    skills: [
      ['task', 'Nettoyer un bureau ou une salle'],
      ['task', 'Désinfecter des sanitaires'],
      ['task', 'Laver un sol à la machine'],
      ['task', 'Nettoyer des vitres'],
      ['knowledge', 'Doser un produit selon sa fiche'],
      ['knowledge', 'Suivre un code couleur'],
      ...EVERYWHERE,
    ],
  },
  {
    name: 'Ressourcerie et tri',
    skills: [
      ['task', 'Collecter et charger'],
      ['task', 'Trier par filière'],
      ['task', 'Tester et réparer un objet'],
      ['task', 'Mettre en rayon et étiqueter'],
      ['task', 'Accueillir et encaisser un client'],
      ['knowledge', 'Reconnaître un déchet dangereux'],
      ...EVERYWHERE,
    ],
  },
  {
    name: 'Restauration',
    skills: [
      ['task', 'Préparer des légumes'],
      ['task', 'Réaliser une recette simple'],
      ['task', 'Dresser et servir'],
      ['task', 'Faire la plonge'],
      ['task', 'Nettoyer la cuisine selon le plan d’hygiène'],
      ['knowledge', 'Respecter la chaîne du froid'],
      ...EVERYWHERE,
    ],
  },
]

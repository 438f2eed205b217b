import type { Locator, Page } from 'playwright-core'
import { typeDate } from './screen.ts'
import { TODAY } from './site.ts'

/** What a chapter of the guide is walked with. */
export interface Guide {
  readonly page: Page
  open(path: string): Promise<void>
  enterAs(title: string | RegExp): Promise<void>
  /** Keeps what is shown: from the top of the page or of an element, over a height. */
  picture(name: string, what?: { readonly from?: Locator; readonly height?: number }): Promise<void>
}

interface Chapter {
  readonly phone?: boolean
  readonly walk: (guide: Guide) => Promise<void>
}

/** The first name in a table, its titles left aside. */
const firstLine = (page: Page) => page.getByRole('rowheader').getByRole('link').first()

async function welcome({ open, picture }: Guide): Promise<void> {
  await open('/demonstration')
  await picture('demonstration', { height: 840 })
}

async function prescriber({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Nadia Romarin/)
  await open('/orienter?mots=aci+narbonne')
  await picture('choisir-une-structure', { height: 800 })
  await open('/orienter?mots=au+fil+de+l%27aude')
  await page.getByRole('link', { name: /Au fil de l.Aude – rivières/ }).click()
  await page.getByLabel('Nom de naissance').fill('Fontaine')
  await page.getByLabel('Prénom', { exact: true }).fill('Malika')
  await typeDate(page, 'Date de naissance', Temporal.PlainDate.from('1998-03-27'))
  await page.getByLabel('Message à la structure').fill('Souhaite travailler dehors, disponible tout de suite.')
  await page.getByRole('checkbox', { name: /diagnostic/ }).check()
  await typeDate(page, 'Date du diagnostic', TODAY)
  await picture('orienter-une-personne', { from: page.getByRole('heading', { level: 1 }), height: 1340 })
  await page.getByRole('button', { name: 'Envoyer la candidature' }).click()
  await picture('candidature-envoyee', { height: 820 })
  await open('/mes-orientations')
  await picture('mes-orientations', { height: 850 })
}

async function counsellor({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Samia Arbousier/)
  await picture('accueil-conseillere', { height: 778 })
  await open('/candidatures')
  await picture('candidatures', { height: 850 })
  await page.getByRole('link', { name: /Fontaine/i }).click()
  await picture('repondre-a-une-candidature', { height: 770 })
  await page.getByRole('link', { name: 'Accepter et déclarer l’embauche' }).click()
  await typeDate(page, 'Premier jour de travail', TODAY)
  await page.getByLabel('Type de contrat').selectOption({ label: 'CDD d’insertion (CDDI)' })
  await typeDate(page, 'Dernier jour du contrat', TODAY.add({ months: 6 }).subtract({ days: 1 }))
  await page.getByLabel('Heures par semaine').fill('26')
  await picture('declarer-une-embauche', { from: page.locator('.govuk-caption-l'), height: 1170 })
  await page.getByRole('button', { name: 'Déclarer l’embauche' }).click()
  await open('/personnes?q=fontaine')
  await page.getByRole('link', { name: /Fontaine/i }).click()
  await picture('fiche-de-la-personne', { height: 1340 })
  await open('/contrats?tri=pass')
  await firstLine(page).click()
  await page.getByRole('link', { name: 'Ouvrir la fiche de la personne' }).click()
  await page.getByRole('link', { name: 'Ouvrir le PASS IAE' }).click()
  await picture('pass-iae', { height: 1020 })
}

async function hours({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Samia Arbousier/)
  await open('/heures')
  await picture('heures-du-mois', { height: 848 })
  await firstMonth(page, 1)
  await picture('saisir-un-mois', { height: 1024 })
}

/** Opens a month of the list, the present one being the first. */
async function firstMonth(page: Page, rank: number): Promise<void> {
  await page.getByRole('table').getByRole('link', { name: /\d{4}/ }).nth(rank).click()
}

async function payroll({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Élise Câprier/)
  await open('/contrats/numeros-securite-sociale')
  await picture('numeros-de-securite-sociale', { height: 860 })
  await open('/contrats/numeros-securite-sociale?etat=absents')
  await firstLine(page).click()
  await picture('numero-absent', { height: 900 })
}

async function administrator({ open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Robin Olivier/)
  await open('/administration/conservation')
  await picture('conservation-des-donnees', { height: 1100 })
}

async function director({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Claire Tamaris/)
  await open('/heures')
  await firstMonth(page, 1)
  const [paid, worked] = [page.getByLabel(/^Heures payées/), page.getByLabel(/^Heures travaillées/)]
  for (let line = 0; line < (await paid.count()); line++) {
    await paid.nth(line).fill('110')
    await worked.nth(line).fill('101')
  }
  await page
    .getByRole('button', { name: /Enregistrer/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Valider le mois' }).click()
  await picture('valider-un-mois', { height: 880 })
  await page.getByRole('button', { name: 'Valider le mois' }).click()
  await picture('mois-valide', { height: 900 })
  await open('/contrats')
  await firstLine(page).click()
  await page.getByRole('link', { name: 'Ouvrir la fiche de la personne' }).click()
  await page.getByRole('link', { name: /Enregistrer (la|une) sortie/ }).click()
  await typeDate(page, 'Dernier jour dans la structure', TODAY)
  await page.getByLabel('Motif de la sortie').selectOption('open-ended-contract')
  await picture('enregistrer-une-sortie', { height: 662 })
  await page.getByRole('button', { name: 'Enregistrer la sortie' }).click()
  await picture('sortie-classee', { height: 934 })
  await open('/sorties/taux')
  await picture('taux-de-sortie', { height: 840 })
}

async function authority({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Paul Cyprès/)
  await open('/conventions?etat=sans-annexe')
  await picture('conventions', { height: 860 })
  await page.getByRole('table').getByRole('link', { name: /Clape/ }).click()
  await page.getByRole('link', { name: 'Enregistrer une annexe signée' }).click()
  await page.getByRole('radio', { name: 'Aide de droit commun' }).check()
  await typeDate(page, 'Premier jour de l’annexe', TODAY.with({ month: 1, day: 1 }))
  await typeDate(page, 'Dernier jour de l’annexe', TODAY.with({ month: 12, day: 31 }))
  await typeDate(page, 'Date de signature', TODAY.subtract({ days: 5 }))
  await page.getByLabel('Nombre de postes en équivalent temps plein').fill('12')
  await picture('signer-une-annexe', { from: page.locator('.govuk-caption-l'), height: 1160 })
  await page.getByRole('button', { name: 'Enregistrer l’annexe' }).click()
  await page.locator('details', { hasText: 'Pourquoi ce chiffre' }).first().locator('summary').click()
  await picture('annexe-expliquee', { height: 1200 })
}

async function funder({ page, open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Leïla Lentisque/)
  await open('/conventions?q=au+fil+de+l%27aude')
  await page.getByRole('link', { name: /^Au fil de l.Aude – rivières/ }).click()
  await page.getByRole('link', { name: 'Voir l’aide au poste estimée' }).click()
  await page.getByRole('link', { name: `Voir ${TODAY.year - 1}` }).click()
  await picture('aide-au-poste', { height: 1200 })
  await open('/observatoire/departement-11')
  await picture('observatoire', { height: 1000 })
  const why = page.locator('details', { hasText: 'Pourquoi ce chiffre' }).nth(2)
  await why.locator('summary').click()
  await picture('lire-un-chiffre', { from: why.locator('xpath=..'), height: 900 })
}

async function onThePhone({ open, enterAs, picture }: Guide): Promise<void> {
  await enterAs(/Leïla Lentisque/)
  await open('/observatoire/departement-11')
  await picture('observatoire-telephone')
}

async function everybody({ open, picture }: Guide): Promise<void> {
  await open('/droit')
  await picture('droit-applique', { height: 866 })
}

/** One walk after the other on one demonstration: what a chapter did, the next one finds. */
export const CHAPTERS: readonly Chapter[] = [
  { walk: welcome },
  // Before any act: the figures of the territory follow each of them, a few seconds later.
  { walk: funder },
  { walk: onThePhone, phone: true },
  { walk: everybody },
  { walk: prescriber },
  { walk: counsellor },
  { walk: hours },
  { walk: payroll },
  { walk: director },
  { walk: authority },
  { walk: administrator },
]

import { plural } from '@maillage/kernel'
import { InsetText } from '@maillage/ui'
import { ownTeams } from '../../people/index.ts'
import { importPeople } from '../commands/import-people.ts'
import { mayImportPeople } from '../import-policy.ts'
import type { ImportScreen } from '../imports/import-screen.ts'
import { judgePeopleFile } from '../imports/judge-people.ts'
import { peopleLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { templates } from './import-template.ts'
import { importPage } from './payroll-page.ts'

/** Questions a day about people whom one does not follow: the limit of the screen that adds one holds for a list. */
const A_DAY = 20

const screen: ImportScreen = {
  kind: 'people',
  path: '/personnes/importer',
  title: 'Importer des personnes',
  home: { label: 'Personnes', href: '/personnes' },
  intro:
    'Reprenez ici les personnes que vos équipes suivent déjà, depuis votre logiciel de paie ou un tableau. Celles que vos équipes ont déjà dans la plateforme ne changent pas. Si une personne a une fiche ailleurs, une fiche provisoire est ouverte : vous demanderez ensuite le rattachement.',
  counted: ['la personne', 'personnes'],
  layout: peopleLayout,
  allowed: mayImportPeople,
  place: { name: 'unitId', label: 'Équipe qui suit ces personnes' },
  places: async (ctx) => (await ownTeams(ctx)).map(({ id, label }) => ({ id, name: label })),
  siaeOf: () => null,
  moreNames: [],
  given: () => [],
  async judge(ctx, place, table) {
    if (!ctx.actor.hat.units.includes(place)) return undefined
    const lines = await judgePeopleFile(ctx, readLines(peopleLayout, table))
    const opening = lines.filter(({ opens }) => opens !== null).length
    return {
      lines,
      asks: () =>
        opening > A_DAY ? (
          <InsetText>
            Ce fichier ouvre {opening} fiches. La plateforme vérifie pour chacune si la personne est déjà connue, et ne répond que {A_DAY}{' '}
            fois par jour et par personne qui demande : laissez des lignes de côté, ou coupez le fichier.
          </InsetText>
        ) : null,
    }
  },
  async send(request, { place, ...file }) {
    return request.submit(importPeople, {
      input: { unitId: place, ...file },
      location: ({ runId }) => `/imports/${runId}/bilan`,
      notice: ({ count, provisional }) => ({
        kind: provisional > 0 ? 'warning' : 'success',
        title: `${plural(count, 'fiche')} ouverte${count > 1 ? 's' : ''}`,
        ...(provisional > 0
          ? {
              text: `${plural(provisional, 'fiche')} provisoire${provisional > 1 ? 's' : ''} : la personne a déjà une fiche ailleurs. Demandez le rattachement depuis la fiche.`,
            }
          : {}),
      }),
    })
  },
}

/** People from a list of the structure. */
export const importPeoplePages = [importPage(screen), ...templates(screen)]

import { plural } from '@maillage/kernel'
import { mySiaes } from '../../applications/index.ts'
import { employer, mayEmploy } from '../../employment/index.ts'
import { importContracts } from '../commands/import-contracts.ts'
import { mayImportContracts } from '../import-policy.ts'
import type { ImportScreen } from '../imports/import-screen.ts'
import { judgeContractsFile } from '../imports/judge-contracts.ts'
import { contractsLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { templates } from './import-template.ts'
import { importPage } from './payroll-page.ts'

const screen: ImportScreen = {
  kind: 'contracts',
  path: '/contrats/importer',
  title: 'Importer des contrats',
  home: { label: 'Contrats', href: '/contrats' },
  intro:
    'Reprenez ici les contrats de votre logiciel de paie ou d’intérim. La personne doit déjà être suivie par vos équipes ; son premier contrat est enregistré comme une embauche déjà faite. Rien n’est enregistré avant que vous ayez relu ce qui a été compris.',
  counted: ['le contrat', 'contrats'],
  layout: contractsLayout,
  allowed: mayImportContracts,
  place: { name: 'siaeId', label: 'Structure' },
  places: mySiaes,
  siaeOf: (place) => place,
  moreNames: [],
  given: () => [],
  async judge(ctx, place, table) {
    const siae = await employer(ctx, place)
    if (!siae || !mayEmploy(ctx.actor, siae)) return undefined
    return {
      lines: await judgeContractsFile(ctx, siae, readLines(contractsLayout, table)),
      choices: { worksite: siae.worksites.map(({ name }) => ({ value: name, label: name })) },
    }
  },
  async send(request, { place, accepted: _whole, ...file }) {
    return request.submit(importContracts, {
      input: { siaeId: place, ...file },
      location: ({ runId }) => `/imports/${runId}/bilan`,
      notice: ({ count }) => ({
        kind: 'success',
        title: 'Contrats importés',
        text: `${plural(count, 'contrat')} enregistré${count > 1 ? 's' : ''}. Les points à régler sont dans la liste des contrats.`,
      }),
    })
  },
}

/** Contracts from the payroll or temp-work tool of a structure. */
export const importContractsPages = [importPage(screen), ...templates(screen)]

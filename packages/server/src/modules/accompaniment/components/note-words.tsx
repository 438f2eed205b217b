import { plural } from '@maillage/kernel'
import { type leftBehindKeptFor, noteKeptFor } from '@maillage/rules/accompaniment'
import { InsetText } from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'

type Length = ReturnType<typeof leftBehindKeptFor>['value']

/** « 12 mois », « 30 jours » */
export const lengthWords = ({ unit, count }: Length): string => (unit === 'months' ? plural(count, 'mois', 'mois') : plural(count, 'jour'))

/** How long a note written today is read, in words. */
export const keptWordsOf = ({ law, today }: Pick<ReadCtx, 'law' | 'today'>): string => lengthWords(noteKeptFor(law, today).value)

/** What a working note is, and is not: said on every page where one is read or written. */
export const NoteWords = ({ kept }: { readonly kept: string }) => (
  <InsetText>
    <p class="govuk-body">
      <strong>Visibles de vous seul(e).</strong> La plateforme ne les partage jamais, ni avec votre équipe, ni avec votre direction.
    </p>
    <p class="govuk-body">
      Elles ne sont pas secrètes pour autant&nbsp;: la personne peut demander à les lire (droit d’accès, RGPD, art. 15), un juge aussi. N’y
      écrivez ni maladie ni infraction en clair, sauf nécessité.
    </p>
    <p class="govuk-body">
      Chaque note s’efface {kept} après sa dernière écriture (durée à confirmer). Ce qui doit durer s’écrit dans un acte.
    </p>
  </InsetText>
)

import { frenchNumber } from '@maillage/kernel'
import { EmptyState } from '../content/empty-state.tsx'
import { Tag } from '../content/tag.tsx'
import { emptyForm } from '../forms/form-state.ts'
import { Select } from '../forms/select.tsx'
import { TextField } from '../forms/text-field.tsx'
import { type Column, DataTable } from '../tables/data-table.tsx'
import { EntryTable } from '../tables/entry-table.tsx'
import { FilterForm } from '../tables/filter-form.tsx'
import { ViewForm } from '../tables/view-form.tsx'
import { withQuery } from '../tables/with-query.ts'
import { Specimen } from './specimen.tsx'

interface Example {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly town: string
  readonly fte: number
  readonly late: boolean
}

const ROWS: readonly Example[] = [
  { id: '1', name: 'Régie du Minervois', kind: 'ACI', town: 'Lézignan-Corbières', fte: 14, late: false },
  { id: '2', name: 'Les Jardins de la Clape', kind: 'ACI', town: 'Narbonne', fte: 22.5, late: true },
  {
    id: '3',
    name: 'Corbières Services à la personne et entretien des espaces naturels',
    kind: 'AI',
    town: 'Limoux',
    fte: 9.25,
    late: false,
  },
  { id: '4', name: 'Audoise de rénovation', kind: 'EI', town: 'Carcassonne', fte: 31, late: false },
]

const COLUMNS: readonly Column<Example>[] = [
  { key: 'nom', label: 'Structure', sortable: true, render: ({ name }) => <a href="/design">{name}</a> },
  { key: 'type', label: 'Type', render: ({ kind }) => kind },
  { key: 'commune', label: 'Commune', sortable: true, render: ({ town }) => town },
  { key: 'etp', label: 'ETP conventionnés', align: 'end', sortable: true, render: ({ fte }) => frenchNumber(fte, 2) },
  {
    key: 'etat',
    label: 'État mensuel',
    render: ({ late }) => (late ? <Tag tone="alert">En retard</Tag> : <Tag tone="positive">Transmis</Tag>),
  },
]

const hrefFor = (changes: Record<string, string | null>) => withQuery('/design', {}, changes)

/** Lists: filtered, sorted, paginated, simple, empty. */
export function TablesGallery() {
  return (
    <>
      <Specimen title="Liste filtrée, triée et paginée">
        <FilterForm action="/design" active={1} keep={{ tri: 'nom' }}>
          <TextField form={{ values: { q: 'corbières' }, errors: [] }} name="q" label="Nom ou commune" type="search" optional />
          <Select
            form={emptyForm}
            name="type"
            label="Type de structure"
            options={[{ value: 'ACI', label: 'Atelier et chantier d’insertion' }]}
            placeholder="Tous"
            optional
          />
        </FilterForm>
        <DataTable
          caption="Structures de l’Aude"
          columns={COLUMNS}
          rows={ROWS}
          rowKey={({ id }) => id}
          sort={{ key: 'nom', direction: 'ascending' }}
          hrefFor={hrefFor}
          page={{ number: 2, size: 4, total: 42 }}
          counted={['structure', 'structures']}
          empty={null}
          exportHref="/design"
        />
      </Specimen>
      <Specimen title="Choix de ce que montre une page">
        <ViewForm action="/design">
          <Select
            form={{ values: { annee: '2026' }, errors: [] }}
            name="annee"
            label="Année"
            placeholder={null}
            options={['2026', '2025'].map((year) => ({ value: year, label: year }))}
          />
        </ViewForm>
      </Specimen>
      <Specimen title="Tableau simple">
        <DataTable
          caption="Aide au poste par type"
          columns={[
            { key: 'kind', label: 'Type', render: ([kind]: readonly [string, string]) => kind },
            { key: 'amount', label: 'Montant socle', align: 'end', render: ([, amount]) => amount },
          ]}
          rows={[
            ['ACI', '23\u202f921\u00a0€'],
            ['EI', '12\u202f316\u00a0€'],
          ]}
          rowKey={([kind]) => kind}
          empty={null}
        />
      </Specimen>
      <Specimen title="Saisie d’une équipe, avec une erreur et un point à savoir">
        <EntryTable
          caption="Heures de juillet 2026"
          count="2 personnes"
          of="Personne"
          columns={[
            { key: 'paid', label: 'Heures payées' },
            { key: 'site', label: 'Site' },
          ]}
          notesLabel="À savoir"
          rows={[
            {
              key: 'ana',
              name: 'Ana Romarin',
              about: 'CDDI, 26 h par semaine : 112,67 h proposées',
              hidden: {},
              boxes: [
                { name: 'entry-ana-paid', value: '112,67' },
                { name: 'entry-ana-site', value: 'berges', options: [{ value: 'berges', label: 'Chantier des berges' }] },
              ],
            },
            {
              key: 'bea',
              name: 'Béa Genévrier',
              about: 'Contrat fini le 30 juin 2026',
              hidden: {},
              boxes: [
                { name: 'entry-bea-paid', value: '800', errors: ['800,00 h dans le mois n’est pas possible : entre 0 et 744,00 h.'] },
                { name: 'entry-bea-site', value: '', options: [{ value: '', label: 'Sans site' }] },
              ],
              notes: 'Heures sans contrat : gardées, et pas payées tant que ce n’est pas réglé.',
            },
          ]}
          totals={{ label: 'Total enregistré', cells: ['112,67 h', ''] }}
        />
      </Specimen>
      <Specimen title="Liste vide et filtres fermés">
        <FilterForm action="/design" active={0}>
          <TextField form={emptyForm} name="other-q" label="Nom" optional />
        </FilterForm>
        <DataTable<Example>
          caption="Structures"
          columns={COLUMNS}
          rows={[]}
          rowKey={({ id }) => id}
          hrefFor={hrefFor}
          empty={
            <EmptyState title="Aucune structure ne correspond" action={{ label: 'Effacer les filtres', href: '/design' }}>
              Essayez un autre nom ou retirez un filtre.
            </EmptyState>
          }
        />
      </Specimen>
    </>
  )
}

import { source } from '@maillage/kernel'
import { Figure } from '../content/figure.tsx'
import { Figures } from '../content/figures.tsx'
import { Why } from '../why/why.tsx'
import { Specimen } from './specimen.tsx'

const STEPS = [
  { sentence: 'Heures payées de janvier à octobre', value: '18\u202f812\u00a0h', source: source('Instruction DGEFP 2026', 'text') },
  {
    sentence: 'Un ETP d’ACI en heures par an',
    value: '1\u202f820\u00a0h',
    source: source('CT R5132-37', 'code', 'Aide au poste', '1\u202f607\u00a0h dans la notice de l’ASP'),
  },
  { sentence: 'never shown', withheld: true },
  { sentence: 'Heures divisées par la durée d’un ETP', value: '10,3\u00a0ETP', source: source('Calcul', 'computed') },
]

/** Key figures, available or not, each with its reasons. */
export function FiguresGallery() {
  return (
    <>
      <Specimen title="Chiffres clés">
        <Figures>
          <Figure
            label="ETP réalisés"
            value="10,3"
            unit="ETP"
            detail="sur 14 conventionnés, de janvier à octobre"
            why={<Why steps={STEPS} rule="ETP d’insertion réalisés" law="droit du 21 novembre 2026" />}
          />
          <Figure label="Aide au poste versée" value={'201\u202f345,20'} unit="€" detail="au 31 octobre 2026" />
          <Figure label="Sorties vers l’emploi durable" unavailable="too-few" />
          <Figure label="Sorties à six mois" unavailable="too-early" />
          <Figure label="Heures de mise à disposition" unavailable="not-applicable" />
          <Figure label="Chiffre d’affaires" unavailable="not-declared" />
        </Figures>
      </Specimen>
      <Specimen title="Pourquoi">
        <Why
          label={'Pourquoi cette réponse\u202f?'}
          steps={[
            { sentence: 'Allocataire du RSA', value: 'critère de niveau 1', source: source('Arrêté du 1er septembre 2021', 'text') },
            {
              sentence: 'Un critère de niveau 1 suffit pour entrer en ACI',
              value: 'oui',
              source: source('Réseau', 'field', 'Pratique des structures'),
            },
          ]}
          rule="Éligibilité à un parcours"
        />
      </Specimen>
    </>
  )
}

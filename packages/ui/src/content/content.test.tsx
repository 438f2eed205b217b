import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '@maillage/kernel'
import { renderToString } from 'preact-render-to-string'
import { Figure } from './figure.tsx'
import { Notification } from './notification.tsx'
import { Progress } from './progress.tsx'
import { SummaryList } from './summary-list.tsx'
import { Timeline } from './timeline.tsx'

test('a figure that cannot be given says why, and is never shown as zero or with its value', () => {
  const html = renderToString(<Figure label="Sorties" value="3" unavailable="too-few" />)
  assert.match(html, /Trop peu/)
  assert.doesNotMatch(html, />3</)
  assert.match(renderToString(<Figure label="Chiffre d’affaires" />), /Non déclaré/)
})

test('only a warning interrupts the reader', () => {
  assert.match(renderToString(<Notification kind="warning" title="Attention" />), /role="alert"/)
  assert.match(renderToString(<Notification kind="success" title="Fait" />), /role="status"/)
})

test('a fact that is missing is said to be, and zero is not missing', () => {
  const html = renderToString(
    <SummaryList
      rows={[
        { label: 'Référent', value: null },
        { label: 'Enfants', value: 0 },
      ]}
    />,
  )
  assert.equal(html.match(/Non renseigné/g)?.length, 1)
  assert.match(html, /<dd[^>]*>0<\/dd>/)
})

test('events carry a date that machines read too', () => {
  const html = renderToString(<Timeline events={[{ date: day('2026-03-01'), title: 'PASS suspendu', reason: 'maladie' }]} />)
  assert.match(html, /<time dateTime="2026-03-01">1er\u00a0mars 2026<\/time>/i)
  assert.match(html, /Motif\u00a0: maladie/)
})

test('progress is a sentence as well as a bar, and nothing to do is not a division by zero', () => {
  assert.match(renderToString(<Progress done={120} total={400} label="lignes" />), /120 sur 400 lignes/)
  assert.match(renderToString(<Progress done={0} total={0} label="lignes" />), /max="1"/)
})

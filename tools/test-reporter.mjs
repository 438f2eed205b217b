// Says what failed and why, counts the rest: hundreds of passing sentences hide the one that matters.
import { inspect } from 'node:util'

export default async function* report(source) {
  let [passed, failed, skipped] = [0, 0, 0]
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message
    if (data?.details?.type === 'suite' && type !== 'test:fail') continue
    if (type === 'test:pass' && data.skip !== undefined) skipped++
    else if (type === 'test:pass') passed++
    if (type !== 'test:fail') continue
    if (data.details?.type !== 'suite') failed++
    const error = data.details?.error?.cause ?? data.details?.error
    if (data.details?.error?.failureType === 'subtestsFailed') continue
    yield `✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n${inspect(error, { depth: 4, compact: true, breakLength: 140 }).replace(/^/gm, '    ')}\n`
  }
  yield `# counts ${passed} ${failed} ${skipped}\n`
}

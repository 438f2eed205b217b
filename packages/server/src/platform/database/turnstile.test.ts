import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConnectionBusy, Turnstile } from './turnstile.ts'

test('those who wait enter one at a time, in the order they came', async () => {
  const turnstile = new Turnstile()
  const entered: number[] = []
  let inside = 0
  await Promise.all(
    [1, 2, 3, 4, 5].map(async (each) => {
      const leave = await turnstile.enter(`number ${each}`)
      assert.equal(++inside, 1)
      entered.push(each)
      await Promise.resolve()
      inside--
      leave()
    }),
  )
  assert.deepEqual(entered, [1, 2, 3, 4, 5])
})

test('nobody waits for ever: the one who fails is told who held it', async () => {
  const turnstile = new Turnstile(20)
  const leave = await turnstile.enter('a long report')
  await assert.rejects(
    turnstile.enter('a page'),
    (error: unknown) => error instanceof ConnectionBusy && /"a long report" for more than 20 ms/.test(error.message),
  )
  leave()
  const next = await turnstile.enter('a page')
  next()
})

test('the one who gave up is not let in later, and does not keep out the one behind', async () => {
  const turnstile = new Turnstile(30)
  const leave = await turnstile.enter('first')
  const gaveUp = turnstile.enter('second')
  await assert.rejects(gaveUp)
  const third = turnstile.enter('third')
  leave()
  ;(await third)()
  ;(await turnstile.enter('fourth'))()
})

test('leaving twice lets in one only', async () => {
  const turnstile = new Turnstile(20)
  const leave = await turnstile.enter('first')
  const second = turnstile.enter('second')
  leave()
  leave()
  const leaveSecond = await second
  await assert.rejects(turnstile.enter('third'), /"second"/)
  leaveSecond()
})

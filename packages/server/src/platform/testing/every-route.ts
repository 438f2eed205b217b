import { existsSync } from 'node:fs'
import { slices } from '../../app.ts'
import type { Page } from '../http/page.ts'
import type { RouteExpectations } from './route-expectation.ts'

/** One method of one page, under the name by which expectations speak of it: `POST /sites/:id/fermer`. */
export interface Route {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly page: Page
}

export interface SliceRoutes {
  readonly slice: string
  readonly expectations: RouteExpectations
  readonly routes: readonly Route[]
}

async function expectationsOf(slice: string): Promise<RouteExpectations> {
  const file = new URL(`../../modules/${slice}/route-expectations.ts`, import.meta.url)
  return existsSync(file) ? ((await import(file.href)) as { routeExpectations: RouteExpectations }).routeExpectations : { routes: {} }
}

/** Every route of every slice with what is expected of it: what the tests of all routes go over, so that a new one joins them by being listed. */
export const everyRoute = (): Promise<readonly SliceRoutes[]> =>
  Promise.all(
    slices.map(async (slice) => ({
      slice: slice.name,
      expectations: await expectationsOf(slice.name),
      routes: slice.pages.flatMap((page) => [
        ...(page.get ? [{ name: `GET ${page.path}`, method: 'GET' as const, page }] : []),
        ...(page.post ? [{ name: `POST ${page.path}`, method: 'POST' as const, page }] : []),
      ]),
    })),
  )

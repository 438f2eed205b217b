import type { Page } from 'playwright-core'

/** What the page says, spaces made single. */
export const mainText = async (page: Page): Promise<string> => ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ')

/** Types a day as the screens ask for it: three boxes under one legend. */
export async function typeDate(page: Page, legend: string, { day, month, year }: Temporal.PlainDate): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Jour').fill(String(day))
  await group.getByLabel('Mois').fill(String(month))
  await group.getByLabel('Année').fill(String(year))
}

import type { Page } from 'playwright-core'

/** Chooses a commune as a person would: by the keyboard while typing, or without script by « Chercher » and a choice. */
export async function chooseCommune(page: Page, label: string, name: string, javaScript: boolean): Promise<void> {
  const box = page.getByLabel(label, { exact: true })
  await box.fill('')
  await box.pressSequentially(name)
  if (javaScript) {
    await page.getByRole('option', { name: new RegExp(`^${name} \\(`) }).waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    return
  }
  await page.getByRole('button', { name: 'Chercher une commune' }).click()
  await page.getByRole('radio', { name: new RegExp(`^${name} \\(`) }).check()
}

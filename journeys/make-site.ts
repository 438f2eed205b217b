import { browser, closeBrowser } from './chromium.ts'
import { makeSite } from './site.ts'

// The browser too is unpacked once: a process would start the file that another one still writes.
await browser()
await closeBrowser()
await makeSite()

import { createContext } from 'preact'

/** Where the files of the design system stand; the server puts the version of their content in it, so that a browser may keep them for ever. */
export const AssetBase = createContext('/assets')

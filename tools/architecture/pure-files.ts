import type { Breach } from './breach.ts'
import { type Import, importsOf } from './imports.ts'
import { placeOf } from './place.ts'
import type { SourceFile } from './source-file.ts'

const ACTOR = 'packages/server/src/platform/command/actor.ts'

function mayImport(file: string, { target, typeOnly }: Import): boolean {
  if (target === undefined) return false
  const layer = placeOf(target).layer
  if (layer === 'kernel' || layer === 'rules') return true
  // They judge an actor and name what organisations do: types only, nothing of the platform runs.
  if (target === ACTOR) return typeOnly
  return target === file.replace(/[^/]+$/, 'model.ts')
}

/** `model.ts` and `policy.ts` are pure: kernel, rules, the slice's own model. They may also name the types of the actor. */
export function pureFiles(files: readonly SourceFile[]): Breach[] {
  return files
    .filter(({ path }) => /^packages\/server\/src\/modules\/[^/]+\/(model|policy)\.ts$/.test(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((one) => !mayImport(file.path, one))
        .map(({ line, specifier }) => ({
          file: file.path,
          line,
          forbidden: `${file.path.split('/').at(-1)} imports ${specifier}`,
          instead: "It is pure and may import the kernel, the rules and its slice's model: let the command read the fact and pass it",
        })),
    )
}

import type { Notice } from '../../../platform/http/reply.ts'

/** What is said once a request has left; a code is shown this once, to be written on the paper given to the person. */
export function paperNotice(code: string | null, title: string): Notice {
  if (code === null) return { kind: 'success', title }
  return {
    kind: 'success',
    title: `Code à écrire sur papier : ${code}`,
    text: 'Notez-le, ou imprimez cette page, et remettez-le à la personne : il ne sera plus affiché. Elle le donne au professionnel qui la suit déjà, qui le saisit dans « Rattachements ». Il est valable trente jours.',
  }
}

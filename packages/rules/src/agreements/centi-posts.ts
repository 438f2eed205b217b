import { type Brand, invariant } from '@maillage/kernel'

/** Hundredths of a full-time insertion post, a safe integer not below zero: 7.43 posts are 743. */
export type CentiPosts = Brand<number, 'CentiPosts'>

/** @example centiPosts(743) // 7,43 postes */
export function centiPosts(value: number): CentiPosts {
  invariant(Number.isSafeInteger(value) && value >= 0, 'posts are an integer number of hundredths, not below zero')
  return value as CentiPosts
}

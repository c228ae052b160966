// What stands side by side when two incidents are compared.
import type { Claim, Detail, Finding, Slot } from './types'

/** Findings by what they say: for one event, for two, or nothing. */
export function weighed(findings: Finding[]): { for: Finding[]; against: Finding[]; neutral: Finding[] } {
  return {
    for: findings.filter((f) => f.weight > 0),
    against: findings.filter((f) => f.weight < 0),
    neutral: findings.filter((f) => f.weight === 0),
  }
}

/** A weight with its sign: `+2`, `−0.7`, `0`. */
export function signed(weight: number): string {
  const size = String(Math.round(Math.abs(weight) * 10) / 10)
  return weight === 0 ? '0' : weight > 0 ? `+${size}` : `−${size}`
}

/** What reports say in their own words, each quote once, with the place in the text that it opens. */
export interface Words {
  article: string
  outlet: string | null
  quote: string
  span: [number, number] | null
}

/** Slots whose words tell most of an event, in the order in which they are read. */
const TELLING = ['type', 'killed', 'injured', 'actors', 'targets', 'place', 'time', 'claimedBy', 'deniedBy']

/** The words of an incident's reports, those that tell most first; at most `most`. */
export function wordsOf(detail: Detail, most: number): Words[] {
  const found = new Map<string, Words>()
  for (const name of TELLING) {
    const claims: Claim[] = (detail[name] as Slot | undefined)?.claims ?? []
    for (const { testimonies } of claims) {
      for (const { article, outlet, quote, span } of testimonies) {
        const key = `${article} ${quote}`
        if (quote && !found.has(key)) found.set(key, { article, outlet, quote, span: span ?? null })
      }
    }
  }
  return [...found.values()].slice(0, most)
}

/** The place in a list of pairs after this many have gone or come. */
export function within(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1))
}

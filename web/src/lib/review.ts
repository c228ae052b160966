// What waits in the queue, and where one is in it.
import type { DecisionLine, Detail, Incident, Slot, Testimony } from './types'

/** Why an incident waits for a decision, with the filters that find it. */
export const REASONS = [
  { name: 'disputed', query: 'disputed=true&status=suggested,in-review' },
  { name: 'single', query: 'status=suggested,in-review' },
  { name: 'place', query: 'place_prec=province,country,region&status=suggested,in-review' },
  { name: 'review', query: 'status=in-review' },
  { name: 'approved', query: 'status=approved' },
] as const

export type Reason = (typeof REASONS)[number]['name']

/** Whether an incident that the filters found waits for this reason. */
export function waits(reason: Reason, incident: Incident): boolean {
  return reason !== 'single' || incident.independentSourceCount <= 1
}

/** The last decision that was not undone, and is no undoing itself. */
export function lastCounting(decisions: DecisionLine[]): DecisionLine | undefined {
  const undone = new Set<string>()
  for (const decision of [...decisions].reverse()) {
    if (undone.has(decision.id)) continue
    if (decision.kind === 'undo' && decision.undone) undone.add(decision.undone)
    else if (decision.kind !== 'undo') return decision
  }
  return undefined
}

/** All testimonies with a place in a text, slot by slot, each place once. */
export function evidence(detail: Detail): Testimony[] {
  const found = new Map<string, Testimony>()
  for (const value of Object.values(detail)) {
    for (const claim of (value as Slot | undefined)?.claims ?? []) {
      for (const testimony of claim.testimonies) {
        const key = `${testimony.article} ${testimony.span}`
        if (testimony.span && !found.has(key)) found.set(key, testimony)
      }
    }
  }
  return [...found.values()]
}

/** Where a reader stands in the queue, kept while the window is open. */
export interface Standing {
  address: string
  ids: string[]
  at: string | null
}

const NAME = 'isnad-queue'

export function standing(): Standing {
  try {
    return { address: '', ids: [], at: null, ...JSON.parse(sessionStorage.getItem(NAME) ?? '{}') }
  } catch {
    return { address: '', ids: [], at: null }
  }
}

export function keepStanding(now: Standing) {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(now))
  } catch {
    // a browser that keeps nothing starts the queue at its head
  }
}

/** The id so many steps from this one, or null at the ends. */
export function neighbour(ids: string[], id: string, by: number): string | null {
  const index = ids.indexOf(id)
  return index < 0 ? null : (ids[index + by] ?? null)
}

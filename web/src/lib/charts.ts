// The numbers behind the charts: scales, positions and sums; nothing here knows of the page.

export interface Bin {
  start: string
  sure: number
  spread: number
}

export interface DayChartData {
  step: 'day' | 'week' | 'month' | 'year'
  from: string | null
  to: string | null
  incidents: number
  undated: number
  types: { type: string | null; incidents: number; bins: Bin[] }[]
}

export interface TollItem<I> {
  incident: I
  claims: { value: unknown; independentChains: number; outlets: string[] }[]
}

export interface OutletRow {
  outlet: string
  incidents: number
  alone: number
}

export interface CopyRow {
  copying: string
  copied: string
  articles: number
  passages: number
}

const DAY = 86_400_000

/** Number of a day, counted from 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY)

/** The first day behind a bin. */
export function binEnd(start: string, step: DayChartData['step']): number {
  const date = new Date(start)
  if (step === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else if (step === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1)
  else date.setUTCDate(date.getUTCDate() + (step === 'week' ? 7 : 1))
  return Math.round(date.getTime() / DAY)
}

/** A round number that is not below this one: 1, 2, 5, 10, 20, 50, … */
export function roundUp(value: number): number {
  if (value <= 1) return 1
  const size = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((one) => one * size >= value) ?? 10
  return step * size
}

/** The days that all bins together cover, as numbers; the last is behind the last bin. */
export function stretch(data: DayChartData): { first: number; last: number } {
  const starts = data.types.flatMap((type) => type.bins.map((bin) => bin.start)).sort()
  const [first, last] = [starts[0], starts.at(-1)]
  return first && last ? { first: dayNumber(first), last: binEnd(last, data.step) } : { first: 0, last: 1 }
}

/** The highest column of all types, rounded up. */
export const highest = (data: DayChartData): number =>
  roundUp(Math.max(1, ...data.types.flatMap((type) => type.bins.map((bin) => bin.sure + bin.spread))))

/** The bin with the most incidents of all types, or null where there are none. */
export function busiest(data: DayChartData): { start: string; incidents: number } | null {
  const sums = new Map<string, number>()
  for (const type of data.types) {
    for (const bin of type.bins) sums.set(bin.start, (sums.get(bin.start) ?? 0) + bin.sure + bin.spread)
  }
  let best: { start: string; incidents: number } | null = null
  for (const [start, incidents] of [...sums].sort()) if (!best || incidents > best.incidents) best = { start, incidents }
  return best
}

/** A number of incidents in parts, with one decimal where it needs one. */
export const parts = (value: number): string => String(Math.round(value * 10) / 10)

/** The figure of a claim: its lowest and highest, which is null where it is open; null where it is no number. */
export function figure(value: unknown): { low: number; high: number | null } | null {
  if (typeof value === 'number') return { low: value, high: value }
  if (value === null || typeof value !== 'object') return null
  const { min, max } = value as { min?: number | null; max?: number | null }
  if (typeof min !== 'number' && typeof max !== 'number') return null
  return { low: min ?? 0, high: max ?? null }
}

/** The highest figure of all claims, rounded up, with room behind it where one is open. */
export function mostKilled(items: { incident: { killed: { low: number | null; high: number | null } | null }; claims: { value: unknown }[] }[]): number {
  const all = items.flatMap(({ incident, claims }) => [
    incident.killed?.high ?? incident.killed?.low ?? 0,
    ...claims.map(({ value }) => figure(value)?.high ?? figure(value)?.low ?? 0),
  ])
  const open = items.some(({ incident, claims }) => incident.killed?.high === null || claims.some(({ value }) => figure(value)?.high === null))
  return roundUp(Math.max(1, ...all) + (open ? 1 : 0))
}

/** Outlets of both sides of copying, those that copy or are copied most first; at most so many. */
export function copyists(rows: CopyRow[], most: number): { copying: string[]; copied: string[] } {
  const rank = (side: 'copying' | 'copied') => {
    const sums = new Map<string, number>()
    for (const row of rows) sums.set(row[side], (sums.get(row[side]) ?? 0) + row.articles)
    return [...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, most).map(([name]) => name)
  }
  return { copying: rank('copying'), copied: rank('copied') }
}

/** A share in whole percent. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole))

/** Ticks of an axis from 0: four at most beside it, all whole numbers. */
export function ticks(most: number): number[] {
  const step = most <= 4 ? 1 : most / (most % 4 === 0 ? 4 : 5)
  const all: number[] = []
  for (let at = 0; at <= most + 1e-9; at += Number.isInteger(step) ? step : most) all.push(Math.round(at))
  return all
}

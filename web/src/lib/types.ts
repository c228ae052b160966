// The shapes of /api/v1 that the pages use.

export interface Toll {
  low: number | null
  best: number | null
  high: number | null
}

export interface Named {
  name: string
  id: string | null
  nameEn: string | null
  status: string | null
}

export interface Place {
  name: string
  precision: string
  id: string | null
  nameEn: string | null
  nameAr: string | null
  country: string | null
  countryEn: string | null
  province: string | null
  provinceEn: string | null
  provinceAr: string | null
  lat: number | null
  lon: number | null
}

export interface Incident {
  id: string
  version: number
  status: string
  firm: string
  dateStart: string | null
  dateEnd: string | null
  datePrecision: string
  type: string | null
  count: Toll | null
  place: Place | null
  actors: Named[]
  claimedBy: Named[]
  accused: Named[]
  deniedBy: Named[]
  targets: Named[]
  weapons: string[]
  outcomes: string[]
  killed: Toll | null
  injured: Toll | null
  attackersKilled: Toll | null
  reportCount: number
  sourceCount: number
  independentSourceCount: number
  sources: string[]
  urls: string[]
  disputedFields: string[]
  editedFields: string[]
  firstPublished: string | null
  createdAt: string | null
  updatedAt: string | null
  mergedInto: string | null
}

export interface Testimony {
  report: string
  article: string
  outlet: string | null
  published: string | null
  chain: string[]
  quote: string | null
  span?: [number, number]
}

export interface Claim {
  value: unknown
  independentChains: number
  revises: number[]
  contradicts: number[]
  testimonies: Testimony[]
}

export interface Slot {
  best: unknown
  rule: string
  reason: string
  disputed: boolean
  claims: Claim[]
  edited?: Edited
}

/** What a person put in the place of what the reports say. */
export interface Edited {
  by: string
  at: string
  reason: string
  read: unknown
  readingChanged: boolean
}

export interface ReportRef {
  id: string
  article: string
  outlet: string | null
}

export interface Detail {
  reports: ReportRef[]
  review?: { readingChanged: string[]; remarks: { by: string; at: string; kind: string; text: string }[] }
  [slot: string]: unknown
}

/** An article that an incident rests on; the hash is the SHA-256 of its text. */
export interface SourceRef {
  id: string
  title: string | null
  outlet: string | null
  url: string | null
  published: string | null
  hash: string
}

export interface WholeIncident extends Incident {
  articles: SourceRef[]
  detail: Detail
}

export interface Counts {
  total: number
  withoutPlace: number
  withoutDay: number
}

export interface IncidentPage {
  counts: Counts
  items: Incident[]
  next: string | null
}

/** One thing that two incidents have in common, or in which they differ; above 0 it speaks for one event. */
export interface Finding {
  aspect: string
  kind: string
  weight: number
}

/** Two incidents that may be one event. */
export interface Pair {
  a: Incident
  b: Incident
  score: number
  state: 'open' | 'unsure' | 'apart'
  decision: string | null
  findings: Finding[]
}

export interface PairPage {
  counts: Record<Pair['state'], number>
  items: Pair[]
  next: string | null
}

/** Counts by value; parties and provinces are counted by ids, and have names beside them. */
export type Facets = Record<string, { value: string; count: number; nameEn?: string; nameAr?: string }[]>

export interface Report {
  id: string
  type: string
  cue: [number, number] | null
  incident: string | null
  time: { earliest: string | null; latest: string | null; text: string | null; span: [number, number] | null } | null
  place: { name: string; span: [number, number] | null } | null
  rules: string[]
  [slot: string]: unknown
}

export interface Passage {
  direction: 'copied-from' | 'copied-by'
  other: string
  span: [number, number]
  otherSpan: [number, number]
}

export interface Article {
  id: string
  title: string | null
  outlet: string | null
  url: string | null
  published: string | null
  retrieved: string | null
  language: string
  text: string
  hash: string
  publication: Record<string, unknown> | null
  reports: Report[]
  passages: Passage[]
}

export interface Change {
  seq: number
  kind: string
  incident: string
  version: number
  changedAt: string
  cause: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export interface DecisionLine {
  id: string
  kind: string
  by: string
  at: string
  reason: string
  version: number | null
  slot?: string
  value?: unknown
  undone?: string
}

export interface History {
  decisions: DecisionLine[]
  changes: Change[]
}

/** Who is signed in, and what that allows. */
export interface Session {
  accounts: boolean
  signedIn: boolean
  name: string | null
  role: string
  may: string[]
}

/** A key for scripts; its secret is shown once. */
export interface Token {
  id: string
  role: string
  note: string
  created: string
  ends: string
  revoked: boolean
}

/** Somebody with an account. */
export interface User {
  name: string
  role: string
  disabled: boolean
  sessions: number
  tokens: Token[]
}

/** Files that are being taken in. */
export interface Job {
  id: string
  kind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'interrupted'
  by: string | null
  createdAt: string
  files: { name: string; bytes: number }[]
  stage: string | null
  done: number
  all: number
  result: { added?: number; read?: number; articles?: number; rows?: number; decisions?: number } | null
  problemCount: number
  problems: { code: number; where: string; text: string }[]
  error: string | null
}

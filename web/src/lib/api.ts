import type { Article, Change, Facets, History, Incident, IncidentPage, Job, PairPage, Session, Token, User, WholeIncident } from './types'
import { learn } from './format.svelte'
import type { DayChartData, OutletRow, TollItem } from './charts'

/** A problem as the server tells it (RFC 9457). */
export class Problem extends Error {
  status: number
  code: string
  request: string
  constructor(status: number, body: { type?: string; title?: string; detail?: string; request?: string }) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
    this.status = status
    this.code = (body.type ?? '').split('/').pop() ?? ''
    this.request = body.request ?? ''
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  let body = {}
  try {
    body = await response.json()
  } catch {
    // the status says enough
  }
  throw new Problem(response.status, body)
}

const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  answer<T>(await fetch(`/api/v1/${path}`, { signal: signal ?? null }))

const FILTERS = [
  'q', 'from', 'to', 'country', 'province', 'bbox', 'place_prec', 'type', 'actor', 'target', 'weapon', 'killed_min', 'status',
  'source', 'min_independent', 'disputed',
]

/** The filters of an address, as the API takes them. */
export function filtersOf(query: URLSearchParams): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of FILTERS) {
    const value = query.get(name)
    if (value) filters.set(name, value)
  }
  return filters
}

export const incidents = (filters: URLSearchParams, cursor: string | null, signal?: AbortSignal) => {
  const query = new URLSearchParams(filters)
  if (cursor) query.set('cursor', cursor)
  return get<IncidentPage>(`incidents?${query}`, signal)
}

export const facets = async (filters: URLSearchParams, signal?: AbortSignal) => {
  const found = await get<Facets>(`aggregates?${filters}`, signal)
  learn(found)
  return found
}

/** Learns the names of ids that stand in these filters, where the page does not count values itself. */
export const names = (filters: URLSearchParams) => {
  if (['province', 'actor', 'target'].some((name) => filters.has(name))) void facets(new URLSearchParams()).catch(() => {})
}

const path = (id: string) => encodeURIComponent(id)

export const incident = (id: string) => get<WholeIncident>(`incidents/${path(id)}`)
export const history = (id: string) => get<History>(`incidents/${path(id)}/history`)
export const candidates = (id: string) => get<{ items: IncidentPage['items'] }>(`incidents/${path(id)}/candidates`)
/** Pairs that may be one event; `state` and `incident` stand in the address like filters. */
export const duplicates = (query: URLSearchParams, cursor: string | null, signal?: AbortSignal) => {
  const asked = filtersOf(query)
  for (const name of ['state', 'incident']) {
    const value = query.get(name)
    if (value) asked.set(name, value)
  }
  if (cursor) asked.set('cursor', cursor)
  return get<PairPage>(`duplicates?${asked}`, signal)
}

export const article = (id: string) => get<Article>(`articles/${path(id)}`)
export const articles = (cursor: string | null) =>
  get<{ items: { id: string; title: string | null; outlet: string | null; published: string | null; reports: number }[]; next: string | null }>(
    `articles${cursor ? `?cursor=${cursor}` : ''}`,
  )
export const changes = (since: number) => get<{ items: Change[]; since: number }>(`changes?since=${since}&limit=500`)
export const copies = () =>
  get<{ items: { copying: string; copied: string; articles: number; passages: number }[] }>('copies')

export const dayChart = (filters: URLSearchParams, signal?: AbortSignal) => get<DayChartData>(`charts/days?${filters}`, signal)
export const tollChart = (filters: URLSearchParams, signal?: AbortSignal) =>
  get<{ items: TollItem<Incident>[] }>(`charts/tolls?${filters}`, signal)
export const outletChart = (filters: URLSearchParams, signal?: AbortSignal) =>
  get<{ items: OutletRow[]; alone: number }>(`charts/outlets?${filters}`, signal)

/** Says that a write comes from these pages and not from another site's form. */
const OWN = { 'X-Isnad-Request': '1' }

/** A key that no other write has; also where the page is not served over https. */
export const freshKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

async function write<T>(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  return answer<T>(
    await fetch(`/api/v1/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...OWN, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    }),
  )
}

/** Sends a write; the key makes a second sending of the same write harmless. */
const post = <T>(path: string, body: unknown, headers: Record<string, string>): Promise<T> => write<T>('POST', path, body, headers)

export const decide = (id: string, version: number, key: string, body: Record<string, unknown>) =>
  post<{ id: string }>(`incidents/${path(id)}/decisions`, body, { 'If-Match': `"v${version}"`, 'Idempotency-Key': key })

export const merge = (ids: string[], reason: string, key: string) =>
  post<{ id: string }>('merges', { incidents: ids, reason }, { 'Idempotency-Key': key })

export const separate = (ids: [string, string], reason: string, key: string) =>
  post<{ id: string }>('separations', { incidents: ids, reason }, { 'Idempotency-Key': key })

/** Takes a decision back; a merged incident is asked for under the name it goes on by. */
export const undo = async (id: string, decision: string, key: string) => {
  const found = await incident(id)
  const now = found.mergedInto ? await incident(found.mergedInto) : found
  return decide(now.id, now.version, key, { kind: 'undo', decision, reason: '' })
}

export const split = (id: string, part: string[], reason: string, key: string) =>
  post<{ id: string }>('splits', { incident: id, part, reason }, { 'Idempotency-Key': key })

export const session = () => get<Session>('session')
export const signIn = (name: string, password: string) => post<Session>('session', { name, password }, {})
export const signOut = () => write<void>('DELETE', 'session', undefined)
export const changePassword = (old: string, fresh: string) => write<void>('PUT', 'session/password', { old, new: fresh })

/** The accounts, for admins; `confirm` in a body is the admin's own password. */
export const users = () => get<{ items: User[] }>('users')
export const addUser = (body: Record<string, unknown>) => post<User>('users', body, {})
export const changeUser = (name: string, body: Record<string, unknown>) => write<User>('PATCH', `users/${path(name)}`, body)
export const resetPassword = (name: string, body: Record<string, unknown>) => write<void>('PUT', `users/${path(name)}/password`, body)
export const endSessions = (name: string) => write<void>('DELETE', `users/${path(name)}/sessions`, undefined)
export const addToken = (name: string, body: Record<string, unknown>) => post<Token & { secret: string }>(`users/${path(name)}/tokens`, body, {})
export const revokeToken = (name: string, id: string) => write<void>('DELETE', `users/${path(name)}/tokens/${path(id)}`, undefined)

export const jobs = () => get<{ items: Job[] }>('jobs?limit=20')
export const startJob = (id: string) => post<Job>(`jobs/${path(id)}/start`, {}, {})

/** Sends files; the key makes a second sending of the same choice harmless. */
export const sendFiles = async (files: File[], kind: string, key: string) => {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  const response = await fetch(`/api/v1/imports?kind=${kind}`, {
    method: 'POST',
    headers: { ...OWN, 'Idempotency-Key': key },
    body: form,
  })
  return answer<Job>(response)
}

/** What went wrong, for a reader: the message of an error, or whatever else was thrown. */
export function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

// The URL is the state: language, screen and filters are read from it and written to it, so that every view can be
// sent as a link and Back undoes one step.

export type Language = 'ar' | 'en'

export interface Place {
  language: Language
  screen: string
  id: string | null
  part: string | null
  query: URLSearchParams
  hash: string
}

function read(): Place {
  const parts = location.pathname.split('/').filter(Boolean)
  const language: Language = parts[0] === 'ar' ? 'ar' : 'en'
  return {
    language,
    screen: parts[1] ?? 'incidents',
    id: parts[2] ? decodeURIComponent(parts[2]) : null,
    part: parts[3] ?? null,
    query: new URLSearchParams(location.search),
    hash: location.hash.slice(1),
  }
}

export const route = $state({ at: read() })

function update() {
  route.at = read()
  document.documentElement.lang = route.at.language
  document.documentElement.dir = route.at.language === 'ar' ? 'rtl' : 'ltr'
}

addEventListener('popstate', update)
addEventListener('hashchange', update)

/** Goes to a path of this language, such as `incidents/abc`. */
export function go(path: string, replace = false) {
  const url = href(path)
  if (replace) history.replaceState(null, '', url)
  else history.pushState(null, '', url)
  update()
  if (!replace) scrollTo(0, 0)
}

/** The address of a path in this language. */
export function href(path: string): string {
  return `/${route.at.language}/${path}`
}

/** The same page in the other language; path and query stay. */
export function inOtherLanguage(): string {
  const other = route.at.language === 'ar' ? 'en' : 'ar'
  return location.pathname.replace(/^\/(ar|en)/, `/${other}`) + location.search + location.hash
}

/** Sets or clears filters in the address; the page goes back to the start of the list. */
export function setFilters(changes: Record<string, string | null>) {
  const query = new URLSearchParams(route.at.query)
  query.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  history.pushState(null, '', location.pathname + (text ? `?${text}` : ''))
  update()
}

/** Follows a link inside the program without loading the page again. */
export function follow(event: MouseEvent) {
  const link = (event.target as Element | null)?.closest?.('a')
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!link || !plain || link.target || link.hasAttribute('download')) return
  const url = new URL(link.href)
  if (url.origin !== location.origin || !/^\/(ar|en)\//.test(url.pathname)) return
  event.preventDefault()
  history.pushState(null, '', url.pathname + url.search + url.hash)
  update()
  if (!url.hash) scrollTo(0, 0)
}

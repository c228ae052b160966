// Why a clock is what it is. The program says it in English, as its results are read by programs; here each kind of
// reason is known again by its shape, and told in the words of the page.

/** A piece of a told reason: words of the page, or a value that keeps its own direction. */
export interface Piece {
  text: string
  kind: 'words' | 'number' | 'weekday' | 'name' | 'gloss'
}

/** A reason known again. */
export interface Reason {
  key: string
  values: string[]
  /** Whether the article's own days speak against it. */
  contradicted: boolean
  /** Whether the clock does without it. */
  aside: boolean
}

const DAY = '(\\d{4}-\\d\\d-\\d\\d)'
const WEEKDAY = '([A-Z]+DAY)'

const SHAPES: [string, RegExp][] = [
  ['declared-moved', new RegExp(`^declared as ${DAY}, which is no ${WEEKDAY}: the day of fetching$`)],
  ['declared', new RegExp(`^declared as ${DAY}$`)],
  ['header', new RegExp(`^the page's own header says ${DAY}$`)],
  ['tells-day', new RegExp(`^tells of ${DAY}, so it is not older$`)],
  ['tells', /^tells of: (.+)$/],
  ['office', /^names as in office: (.+)$/],
  ['news-weekday', new RegExp(`^its news is of ${WEEKDAY} and of today, so it was published on a ${WEEKDAY}$`)],
  ['today-weekday', new RegExp(`^day 0 from publication is called ${WEEKDAY}, so it was published on a ${WEEKDAY}$`)],
  ['weekday', new RegExp(`^day (-?\\d+) from publication is called ${WEEKDAY}, so it was published on a ${WEEKDAY}$`)],
  ['last-year', /^calls (\d+) last year$/],
  ['embed', new RegExp(`^embeds a post of ${DAY}$`)],
  ['calls-today', new RegExp(`^calls ${DAY} day 0$`)],
  ['calls-yesterday', new RegExp(`^calls ${DAY} day -1$`)],
  ['calls-tomorrow', new RegExp(`^calls ${DAY} day 1$`)],
  ['calls-day', new RegExp(`^calls ${DAY} day (-?\\d+)$`)],
  ['year-from', /^counts its year from (.+)$/],
  ['month-from', /^counts its month from (.+)$/],
  ['week-from', /^counts its week from (.+)$/],
  ['up-to-now', /^tells (\d+) up to now$/],
  ['years-from', /^counts (\d+) years from (.+)$/],
  ['counts-from', /^counts from: (.+)$/],
  ['calls-of', /^calls it of ([\d-]+): (.+)$/],
  ['after', /^comes so long after: (.+)$/],
  ['period-of', /^counts (.+?) (\d+) of: (.+)$/],
  ['anniversary', /^anniversary (\d+) of: (.+)$/],
  ['copies', /^copies (.+)$/],
  ['copied-by', /^copied by (.+)$/],
  ['shares', /^shares a passage with other day words with (.+)$/],
]

const ASIDE = 'set aside: '
const CONTRADICTED = ", which the article's own days contradict: the day of fetching"

/** The reason behind its English, or null where it has none of the shapes. */
export function reasonOf(article: string, english: string): Reason | null {
  const aside = english.startsWith(ASIDE)
  let text = aside ? english.slice(ASIDE.length) : english
  const contradicted = text.endsWith(CONTRADICTED)
  if (contradicted) text = text.slice(0, -CONTRADICTED.length)
  // What comes from other articles begins with the name of this one.
  if (text.startsWith(`${article} `)) text = text.slice(article.length + 1)
  for (const [key, shape] of SHAPES) {
    const found = shape.exec(text)
    if (found) return { key, values: found.slice(1), contradicted, aside }
  }
  return null
}

function kindOf(value: string): Piece['kind'] {
  if (/^[A-Z]+DAY$/.test(value)) return 'weekday'
  return /^-?\d[\d-]*$/.test(value) ? 'number' : 'gloss'
}

/** Puts values into the places `{0}`, `{1}` of a sentence; `named` are names of articles. */
export function pieces(sentence: string, values: string[], named = false): Piece[] {
  return sentence
    .split(/(\{\d\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const place = /^\{(\d)\}$/.exec(part)
      if (!place) return { text: part, kind: 'words' }
      const value = values[Number(place[1])] ?? ''
      return { text: value, kind: named ? 'name' : kindOf(value) }
    })
}

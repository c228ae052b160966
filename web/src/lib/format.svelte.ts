import { settings } from './settings.svelte'
import { route } from './router.svelte'
import { t } from './i18n'
import type { Facets, Incident, Named, Place, Toll } from './types'

const EASTERN = '٠١٢٣٤٥٦٧٨٩'

/** Digits as the reader wants them; a text of digits keeps its order. */
export function digits(text: string | number): string {
  const plain = String(text)
  return settings.digits === 'arabic' ? plain.replace(/[0-9]/g, (d) => EASTERN[Number(d)] ?? d) : plain
}

/** 0 to 9 for every digit that a reader may type. */
export function western(text: string): string {
  return text.replace(/[٠-٩]/g, (d) => String(EASTERN.indexOf(d))).replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x06f0))
}

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** The name of a weekday that the server calls `MONDAY`. */
export function weekday(name: string): string {
  const monday = Date.UTC(2024, 0, 1)
  const at = WEEK.indexOf(name)
  return at < 0 ? name : new Intl.DateTimeFormat(route.at.language, { weekday: 'long', timeZone: 'UTC' }).format(monday + at * 86_400_000)
}

/** A window of days: one day, `from – to`, or open on one side. */
export function days(from: string | null, to: string | null): string {
  if (!from && !to) return '—'
  if (from === to) return digits(from ?? '')
  return digits(`${from ?? '…'} – ${to ?? '…'}`)
}

/** A toll with its spread: `7`, `5–12`, `20+`. */
export function toll(value: Toll | null): string {
  if (!value || (value.low === null && value.best === null && value.high === null)) return '—'
  const low = value.low ?? value.best
  const high = value.high
  if (low !== null && high !== null && low !== high) return digits(`${low}–${high}`)
  if (high === null && low !== null) return digits(`${low}+`)
  return digits(value.best ?? low ?? high ?? '')
}

/** A name in the reader's language where the register has one, else as it was written. */
export function name(value: Named): string {
  return route.at.language === 'en' ? (value.nameEn ?? told[value.id ?? '']?.en ?? value.name) : value.name
}

// Names of parties and provinces, as the counts have told them, for filters that stand in the address by id.
const told = $state<Record<string, { en: string; ar: string }>>({})

/** Keeps the names that come with counts. */
export function learn(facets: Facets) {
  for (const values of Object.values(facets)) {
    for (const { value, nameEn, nameAr } of values) if (nameEn && nameAr) told[value] = { en: nameEn, ar: nameAr }
  }
}

/** A kind of value in words: types, states, weapons and countries have names in both languages. */
export function label(facet: string, value: string): string {
  if (facet === 'disputed') return value === '1' || value === 'true' ? t('yes') : t('no')
  if (facet === 'country' && /^[A-Z]{2}$/.test(value)) return new Intl.DisplayNames(route.at.language, { type: 'region', fallback: 'code' }).of(value) ?? value
  if (['province', 'actor', 'target'].includes(facet)) return told[value]?.[route.at.language] ?? value
  if (facet === 'place_prec') return value.split(',').map((one) => t(`precision.${one}`)).join(t('comma'))
  if (facet === 'type' || facet === 'status') return value.split(',').map((one) => t(`${facet}.${one}`)).join(t('comma'))
  return ['weapon', 'outcome'].includes(facet) ? t(`${facet}.${value}`) : value
}

/** A value of a slot in words, as claims and edits have it. */
export function slotValue(name: string, value: unknown): string {
  if (value === null || value === undefined) return t('unknown')
  if (Array.isArray(value)) return value.map((one) => slotValue(name, one)).join(t('comma'))
  if (typeof value !== 'object') {
    const facet = { type: 'type', status: 'firm', weapons: 'weapon', outcome: 'outcome' }[name]
    return facet === 'firm' ? t(`firm.${value}`) : facet ? label(facet, String(value)) : digits(String(value))
  }
  const object = value as Record<string, unknown>
  if ('earliest' in object) return days(object.earliest as string | null, object.latest as string | null)
  if ('min' in object) return toll({ low: object.min as number, best: object.min as number, high: object.max as number | null })
  return String((route.at.language === 'en' ? object.nameEn : null) ?? object.name ?? '')
}

export function placeName(place: Place | null): string {
  if (!place) return t('unknown-place')
  return route.at.language === 'en' ? (place.nameEn ?? place.name) : (place.nameAr ?? place.name)
}

/** The title of an incident in the reader's language, made of its type and place. */
export function title(incident: Incident): string {
  const what = incident.type ? t(`type.${incident.type}`) : t('unknown-type')
  return incident.place ? `${what} · ${placeName(incident.place)}` : what
}

import { route } from './router.svelte'
import ar from './messages/ar'
import en from './messages/en'

const MESSAGES: Record<string, Record<string, string>> = { ar, en }

/** The text of this key in the language of the page; `{name}` is filled in. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = MESSAGES[route.at.language]?.[key] ?? key.split('.').pop() ?? key
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The form of a counted noun that the number asks for; Arabic has six. */
export function plural(key: string, count: number): string {
  const form = new Intl.PluralRules(route.at.language).select(count)
  const messages = MESSAGES[route.at.language] ?? {}
  return messages[`${key}.${form}`] ?? messages[`${key}.other`] ?? key
}

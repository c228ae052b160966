// Shortcuts go by the place of the key on the board (`code`), so that they work on an Arabic layout.

const CODES: Record<string, string> = {
  KeyJ: 'j', KeyK: 'k', KeyA: 'a', KeyE: 'e', KeyX: 'x', KeyC: 'c', KeyH: 'h', KeyD: 'd', KeyY: 'y', KeyN: 'n', KeyS: 's',
  KeyZ: 'z', KeyU: 'u', Enter: 'enter', Escape: 'escape', BracketLeft: '[', BracketRight: ']',
}

/** The shortcut that was pressed, or null: in a field, with a modifier, or none. */
export function pressed(event: KeyboardEvent): string | null {
  const target = event.target as HTMLElement | null
  const inField = target?.matches?.('input, textarea, select, [contenteditable]') ?? false
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (inField) return event.code === 'Escape' ? 'escape' : null
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/'
  if (event.shiftKey) return null
  if (event.code === 'Enter' && target?.matches?.('a, button')) return null
  return CODES[event.code] ?? null
}

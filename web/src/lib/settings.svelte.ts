// What a reader has chosen, kept in this browser only.

interface Settings {
  digits: 'western' | 'arabic'
  theme: 'system' | 'light' | 'dark'
  keys: boolean
}

const NAME = 'isnad'

function stored(): Settings {
  const usual: Settings = { digits: 'western', theme: 'system', keys: true }
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(NAME) ?? '{}') }
  } catch {
    return usual
  }
}

export const settings = $state(stored())

export function keep() {
  try {
    localStorage.setItem(NAME, JSON.stringify(settings))
  } catch {
    // a browser that keeps nothing still shows everything
  }
  document.documentElement.dataset.theme = settings.theme
}

// Who uses the pages: the local user, somebody signed in, or nobody yet.
import { session } from './api'
import type { Session } from './types'

export const account = $state<{ session: Session | null }>({ session: null })

/** Asks the server who this is; a failure leaves what was known. */
export async function refresh() {
  try {
    account.session = await session()
  } catch {
    // the page that needs an answer tells its own failure
  }
}

/** Whether whoever uses the pages may do it; before the answer has come, what reading needs. */
export const may = (what: string): boolean => account.session?.may.includes(what) ?? what === 'read'

/** Whether the workspace has accounts and nobody is signed in. */
export const signedOut = (): boolean => account.session !== null && account.session.accounts && !account.session.signedIn

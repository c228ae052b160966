// The screens of those who decide, fetched together when one of them is first asked for.
export { default as Queue } from './Queue.svelte'
export { default as Review } from './Review.svelte'
export { default as Match } from './Match.svelte'
export { default as Accounts } from './Accounts.svelte'

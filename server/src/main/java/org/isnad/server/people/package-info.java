/**
 * Who may work with a workspace: accounts with roles, sessions for pages, tokens for scripts, and
 * what slows down somebody who guesses. Secrets are seen here only in passing; the store gets their
 * hashes.
 */
@NullMarked
package org.isnad.server.people;

import org.jspecify.annotations.NullMarked;

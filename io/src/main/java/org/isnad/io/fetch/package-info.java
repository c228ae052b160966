/**
 * Pages from the web, where the user asks for them.
 *
 * <p>{@link org.isnad.io.fetch.Fetcher} asks politely (robots.txt, a pause between two questions to
 * one host, conditional requests, Retry-After) and carefully: a name is resolved once, every
 * address is checked by {@link org.isnad.io.fetch.AddressGuard} before a connection is made to it,
 * also after each redirect, and size, time, redirects and unpacking are bounded. What goes wrong is
 * a value, never an exception.
 */
@NullMarked
package org.isnad.io.fetch;

import org.jspecify.annotations.NullMarked;

/**
 * The HTTP API and the pages over one workspace. {@link Routes} lists every route with the role it
 * needs; the same list registers the handlers, guards them, and is published as the OpenAPI
 * document, so that none of the three can forget one. Errors are RFC 9457 problems.
 */
@NullMarked
package org.isnad.server;

import org.jspecify.annotations.NullMarked;

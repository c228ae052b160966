/**
 * Long jobs of the server, one after the other: what they are told by those who read and link is
 * passed on to whoever listens, and kept in the store where it has to outlive the server. A job
 * that was open when the server ended is found interrupted at the next start.
 */
@NullMarked
package org.isnad.server.job;

import org.jspecify.annotations.NullMarked;

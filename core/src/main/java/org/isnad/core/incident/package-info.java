/**
 * Reports of one event brought together, with every disagreement kept (codebook sections 9 and 11).
 *
 * <p>In come dated reports and their lineage, out go {@link org.isnad.core.incident.Incident}s.
 * {@link org.isnad.core.incident.BlockKey}s say which reports are worth comparing, a {@link
 * org.isnad.core.incident.Comparison} says for one pair what speaks for and against it, the {@link
 * org.isnad.core.incident.IncidentLinker} groups reports so that no group holds a pair that
 * excludes each other, and {@link org.isnad.core.incident.Incident} lists for each value who gives
 * it, through whom, and how many of those who do are independent.
 *
 * <p>Groups are a function of the reports, whatever their order of arrival. What can go wrong: a
 * report that knows little (no day, only a country) fits many events; it may join one, but never
 * two of them.
 */
@NullMarked
package org.isnad.core.incident;

import org.jspecify.annotations.NullMarked;

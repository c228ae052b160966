package org.isnad.store;

import org.jspecify.annotations.Nullable;

/**
 * A stored report by the words that name its event, by which it is known again when another version
 * of the program numbers an article's reports otherwise.
 *
 * @param id its id
 * @param article its article
 * @param incident the incident it belongs to, or null
 * @param cueStart where the event word begins, in code points; null where only the title has one
 * @param cueEnd where it ends
 */
public record ReportPlace(
    String id,
    String article,
    @Nullable String incident,
    @Nullable Integer cueStart,
    @Nullable Integer cueEnd) {}

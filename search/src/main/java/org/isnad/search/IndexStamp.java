package org.isnad.search;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an index was made for; another stamp means that it is stale.
 *
 * @param sequence number of the last change of the store that it holds
 * @param content whatever else its documents depend on, such as the version of the knowledge
 */
public record IndexStamp(long sequence, String content) {

  /** Changes with the fields of the index and the analysis of texts. */
  private static final String FORMAT = "1";

  private static final String FORMAT_KEY = "format";
  private static final String SEQUENCE_KEY = "sequence";
  private static final String CONTENT_KEY = "content";

  Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    entries.put(FORMAT_KEY, FORMAT);
    entries.put(SEQUENCE_KEY, Long.toString(sequence));
    entries.put(CONTENT_KEY, content);
    return entries;
  }

  boolean isOf(Map<String, String> entries) {
    return entries().equals(entries);
  }
}

package org.isnad.search;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an index was made for; another stamp means that it is stale.
 *
 * @param state names the state of the documents that it holds
 * @param content whatever else its documents depend on, such as the version of the knowledge
 */
public record IndexStamp(String state, String content) {

  /** Changes with the fields of the index and the analysis of texts. */
  private static final String FORMAT = "2";

  private static final String FORMAT_KEY = "format";
  private static final String STATE_KEY = "state";
  private static final String CONTENT_KEY = "content";

  Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    entries.put(FORMAT_KEY, FORMAT);
    entries.put(STATE_KEY, state);
    entries.put(CONTENT_KEY, content);
    return entries;
  }

  boolean isOf(Map<String, String> entries) {
    return entries().equals(entries);
  }

  /** Whether an index with these entries differs by the state of its documents at most. */
  boolean differsByState(Map<String, String> entries) {
    return FORMAT.equals(entries.get(FORMAT_KEY)) && content.equals(entries.get(CONTENT_KEY));
  }

  /** The state of the documents that an index with these entries holds. */
  static String stateOf(Map<String, String> entries) {
    return entries.getOrDefault(STATE_KEY, "");
  }
}

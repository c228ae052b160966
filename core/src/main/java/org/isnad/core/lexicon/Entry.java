package org.isnad.core.lexicon;

import java.util.List;
import java.util.Map;

/**
 * One line of a list.
 *
 * @param list the list's name, {@code months}
 * @param listId the list's number in its lexicon
 * @param key the line's key, unique in the list
 * @param gloss English gloss
 * @param spellings as written in the file, most usual first
 * @param attributes everything else the line says
 * @param inflects whether its forms are generated and so may carry pronouns
 * @param file path of the file
 * @param line line number, counted from 1
 */
public record Entry(
    String list,
    int listId,
    String key,
    String gloss,
    List<String> spellings,
    Map<String, String> attributes,
    boolean inflects,
    String file,
    int line) {

  /** {@code list:key}, as traces name it. */
  public String qualified() {
    return list + ":" + key;
  }

  /** The attribute's value, or the empty string. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** Whether the attribute has this value. */
  public boolean is(String name, String value) {
    return value.equals(attributes.get(name));
  }
}

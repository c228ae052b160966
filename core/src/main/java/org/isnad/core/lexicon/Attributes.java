package org.isnad.core.lexicon;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few attributes of an entry, in their order. Entries are asked for them all the time, mostly
 * in vain, and a row of two or three names is looked through faster than any table. Immutable.
 */
final class Attributes extends AbstractMap<String, String> {

  private final String[] names;
  private final String[] values;

  Attributes(Map<String, String> attributes) {
    List<String> keys = new ArrayList<>(attributes.keySet());
    this.names = new String[keys.size()];
    this.values = new String[keys.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = keys.get(i).intern();
      values[i] = attributes.getOrDefault(keys.get(i), "");
    }
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public String getOrDefault(@Nullable Object name, String other) {
    int at = indexOf(name);
    return at < 0 ? other : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return indexOf(name) >= 0;
  }

  /**
   * Hashes are kept with their strings, and tell names apart before their letters are looked at.
   */
  @SuppressWarnings("ReferenceEquality") // most names asked for are constants of the program
  private int indexOf(@Nullable Object name) {
    if (name == null) {
      return -1;
    }
    int hash = name.hashCode();
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name || names[i].hashCode() == hash && names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    Set<Map.Entry<String, String>> entries = new LinkedHashSet<>();
    for (int i = 0; i < names.length; i++) {
      entries.add(Map.entry(names[i], values[i]));
    }
    return entries;
  }
}

package org.isnad.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Settings of the workspace: what all its users share. */
final class Settings {

  /** The settings there are. */
  static final Set<String> NAMES = new TreeSet<>(Set.of(Decider.TWO_PERSONS));

  private Settings() {}

  static boolean isOn(Handle handle, String name) {
    return kept(handle, name).equals("on");
  }

  /** What stands under a name, or nothing. */
  static String kept(Handle handle, String name) {
    return handle
        .createQuery("SELECT value FROM settings WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  static Map<String, String> all(Handle handle) {
    Map<String, String> all = new TreeMap<>();
    NAMES.forEach(name -> all.put(name, isOn(handle, name) ? "on" : "off"));
    return all;
  }

  static void put(Handle handle, String name, String value) {
    if (!NAMES.contains(name) || !Set.of("on", "off").contains(value)) {
      throw new RefusedException(
          "no setting '" + name + " " + value + "'; there are " + NAMES + ", each on or off");
    }
    keep(handle, name, value);
  }

  /** Puts a value under a name, whatever it is. */
  static void keep(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }
}

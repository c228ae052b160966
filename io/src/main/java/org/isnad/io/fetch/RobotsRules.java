package org.isnad.io.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a robots.txt says to one program (RFC 9309): the groups that name it, else those for all;
 * the longest matching path decides, and allowing wins a tie. Of what the standard leaves out,
 * {@code Crawl-delay} is heeded. Immutable.
 */
final class RobotsRules {

  /** Nothing is forbidden. */
  static final RobotsRules NONE = new RobotsRules(List.of(), 0);

  /** Everything is: the file could not be had because of the server (RFC 9309, 2.3.1.4). */
  static final RobotsRules ALL = new RobotsRules(List.of(new Rule("/", false)), 0);

  /** At most so many bytes are read (RFC 9309, 2.5). */
  static final int LARGEST = 512_000;

  /** Longer pauses mean "never" and would stop a run, in seconds. */
  private static final double LONGEST_DELAY = 300;

  private record Rule(String path, boolean allow) {}

  private final List<Rule> rules;
  private final double delay;

  private RobotsRules(List<Rule> rules, double delay) {
    this.rules = List.copyOf(rules);
    this.delay = delay;
  }

  /** Reads the rules for a program, such as {@code isnad}. */
  static RobotsRules parse(String text, String agent) {
    Groups own = new Groups();
    Groups all = new Groups();
    boolean mine = false;
    boolean everyone = false;
    boolean naming = false;
    for (String line : text.lines().toList()) {
      int hash = line.indexOf('#');
      String plain = hash < 0 ? line : line.substring(0, hash);
      int colon = plain.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = plain.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        mine = (naming && mine) || value.equalsIgnoreCase(agent);
        everyone = (naming && everyone) || value.equals("*");
        own.named |= mine;
        naming = true;
      } else {
        naming = false;
        own.add(mine, key, value);
        all.add(everyone, key, value);
      }
    }
    Groups group = own.named ? own : all;
    return new RobotsRules(group.rules, group.delay);
  }

  private static final class Groups {
    private final List<Rule> rules = new ArrayList<>();
    private double delay;
    private boolean named;

    void add(boolean applies, String key, String value) {
      if (!applies) {
        return;
      }
      switch (key) {
        case "allow", "disallow" -> {
          if (!value.isEmpty()) {
            rules.add(new Rule(value, key.equals("allow")));
          }
        }
        case "crawl-delay" -> delay = Math.max(delay, seconds(value));
        default -> {}
      }
    }

    private static double seconds(String value) {
      try {
        double seconds = Double.parseDouble(value);
        return seconds > 0 ? Math.min(seconds, LONGEST_DELAY) : 0;
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }

  /** Seconds between two questions that the host asks for; 0 where it asks for none. */
  double delaySeconds() {
    return delay;
  }

  /** Whether a path with its query may be asked. */
  boolean allows(String path) {
    if (path.equals("/robots.txt")) {
      return true;
    }
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.path.length();
      if (length >= longest && matches(rule.path, path)) {
        allowed = rule.allow || length == longest && allowed;
        longest = length;
      }
    }
    return allowed;
  }

  /** Whether a pattern with {@code *} and a closing {@code $} matches from the path's start. */
  private static boolean matches(String pattern, String path) {
    boolean closed = pattern.endsWith("$");
    String body = closed ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] pieces = body.split("\\*", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      boolean last = closed && i == pieces.length - 1;
      int found = last ? path.length() - pieces[i].length() : path.indexOf(pieces[i], at);
      if (found < at || last && !path.endsWith(pieces[i])) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !closed || pieces.length > 1 || at == path.length();
  }
}

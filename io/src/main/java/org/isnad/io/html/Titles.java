package org.isnad.io.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the headline: what the page prints as such and its head repeats. */
final class Titles {

  private static final String SEPARATORS = "|\u2013\u2014-\u00BB\u00AB:";

  /** Shorter headings name sections, in characters. */
  private static final int SHORTEST = 8;

  /** A title of fewer words is more likely the name of an outlet. */
  private static final int FEW_WORDS = 4;

  /** Names of outlets are shorter, in characters. */
  private static final int LONGEST_SITE = 40;

  /** Words of a printed headline that must stand in a title of the head. */
  private static final double SAME = 0.6;

  private Titles() {}

  /**
   * The headline.
   *
   * @param printed headings of the page, the most prominent first
   * @param declared what the head says
   * @param site the outlet's name, which templates add
   */
  static @Nullable String choose(
      List<String> printed, List<String> declared, @Nullable String site) {
    for (String title : declared) {
      for (String heading : printed) {
        if (heading.length() >= SHORTEST && share(heading, title) >= SAME) {
          return heading;
        }
      }
    }
    for (String title : declared) {
      String own = withoutSite(title, site);
      if (PageWords.normal(own).split(" ").length >= FEW_WORDS) {
        return own;
      }
    }
    for (String heading : printed) {
      if (heading.split(" ").length >= FEW_WORDS) {
        return heading;
      }
    }
    return declared.isEmpty() ? first(printed) : withoutSite(declared.getFirst(), site);
  }

  private static @Nullable String first(List<String> printed) {
    return printed.isEmpty() ? null : printed.getFirst();
  }

  /**
   * The outlet's name where a title of the head adds it to the headline; null where none does.
   *
   * @param headline as the page prints it
   */
  static @Nullable String site(@Nullable String headline, List<String> declared) {
    for (String title : declared) {
      String rest =
          headline == null || !title.startsWith(headline)
              ? ""
              : title.substring(headline.length()).strip();
      boolean separated = rest.length() > 2 && SEPARATORS.indexOf(rest.charAt(0)) >= 0;
      if (separated && rest.length() < LONGEST_SITE) {
        return rest.substring(1).strip();
      }
    }
    return null;
  }

  /** Share of the heading's words that the title holds. */
  private static double share(String heading, String title) {
    Set<String> known = new HashSet<>(List.of(PageWords.normal(title).split(" ")));
    String[] words = PageWords.normal(heading).split(" ");
    int found = 0;
    for (String word : words) {
      found += known.contains(word) ? 1 : 0;
    }
    return (double) found / words.length;
  }

  /** The longest piece between separators where another piece is the outlet's name. */
  private static String withoutSite(String title, @Nullable String site) {
    int cut = -1;
    for (int i = 1; i + 1 < title.length(); i++) {
      boolean spaced = title.charAt(i - 1) == ' ' && title.charAt(i + 1) == ' ';
      if (spaced && SEPARATORS.indexOf(title.charAt(i)) >= 0) {
        cut = i;
        String tail = title.substring(i + 1).strip();
        if (site != null && PageWords.normal(tail).equals(PageWords.normal(site))) {
          return title.substring(0, i).strip();
        }
      }
    }
    boolean shortTail = cut > 0 && title.length() - cut < cut && title.length() - cut < 40;
    return shortTail ? title.substring(0, cut).strip() : title.strip();
  }
}

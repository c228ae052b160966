package org.isnad.app;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.text.Normalizer;

/**
 * Cleans the names of published gazetteers: what is not Arabic is dropped, marks and what stands in
 * brackets are taken off, and so are words before the name that say what it is ("governorate of").
 */
final class ArabicNames {

  /** Shortest name kept, in letters: one letter is an abbreviation. */
  private static final int SHORTEST = 2;

  private final Set<String> cues = new HashSet<>();

  ArabicNames(Lexicon lexicon) {
    for (Entry cue : lexicon.entries("place-cues")) {
      if (cue.is("kind", "site") || cue.is("kind", "water")) {
        continue;
      }
      for (String spelling : cue.spellings()) {
        String folded = Normalizer.fold(spelling);
        cues.add(folded);
        cues.add(Normalizer.fold(Normalizer.withArticle(spelling)));
      }
    }
  }

  /** The Arabic names of a record, each once, most usual first; empty where it has none. */
  List<String> of(PlaceRecord place) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String given : place.names()) {
      String clean = clean(given);
      String bare = withoutCue(clean);
      if (letters(bare) >= SHORTEST) {
        names.putIfAbsent(Normalizer.fold(bare), bare);
      }
    }
    return new ArrayList<>(names.values());
  }

  /** Plain letters and single blanks, or the empty string where other letters stand among them. */
  private static String clean(String given) {
    String composed = java.text.Normalizer.normalize(given, Form.NFKC);
    StringBuilder clean = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = plain(composed.charAt(i));
      if (isEnd(c)) {
        break;
      }
      if (c == ' ' || c == '-' || c == 0x2019 || c == '\'') {
        blank(clean);
      } else if (isLetter(c) || c >= '0' && c <= '9') {
        clean.append(c);
      } else if (!isMark(c)) {
        return "";
      }
    }
    return clean.toString().strip();
  }

  private static void blank(StringBuilder clean) {
    if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
      clean.append(' ');
    }
  }

  /** Persian forms of letters that Arabic has too. */
  private static char plain(char c) {
    return switch (c) {
      case 0x06A9 -> (char) 0x0643;
      case 0x06CC, 0x06D2 -> (char) 0x064A;
      case 0x06C1, 0x06BE -> (char) 0x0647;
      case 0x00A0, '\t', '_' -> ' ';
      default -> c;
    };
  }

  /** What stands behind a bracket or a comma says where the place lies. */
  private static boolean isEnd(char c) {
    return c == '(' || c == ',' || c == 0x060C || c == '/' || c == ';' || c == '|' || c == '[';
  }

  /** The letters of Arabic; a name with others is in another language of the script. */
  private static boolean isLetter(char c) {
    return c >= 0x0621 && c <= 0x063A || c >= 0x0641 && c <= 0x064A;
  }

  private static boolean isMark(char c) {
    return c >= 0x064B && c <= 0x065F
        || c == 0x0640
        || c == 0x0670
        || c >= 0x200B && c <= 0x200F
        || c == 0xFEFF;
  }

  private static long letters(String name) {
    return name.chars().filter(c -> isLetter((char) c)).count();
  }

  /**
   * The name behind a word that says what it is; empty where it is nothing but such a word. A word
   * for a site or a water stays: the mountain of X is not X.
   */
  private String withoutCue(String clean) {
    String rest = clean;
    for (int blank = rest.indexOf(' ');
        blank > 0 && cues.contains(Normalizer.fold(rest.substring(0, blank)));
        blank = rest.indexOf(' ')) {
      rest = rest.substring(blank + 1);
    }
    return cues.contains(Normalizer.fold(rest)) ? "" : rest;
  }
}

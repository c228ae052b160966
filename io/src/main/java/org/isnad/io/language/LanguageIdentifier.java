package org.isnad.io.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells Arabic from the other languages in its letters, by letters that it does not have and by
 * small words ({@code profiles.tsv}). Only the start of a text is read. Arabic text with a foreign
 * name in it stays Arabic, Persian typed with Arabic yeh and kaf stays Persian. Immutable.
 */
public final class LanguageIdentifier {

  /** Text looked at, in characters. */
  private static final int PROBE = 4000;

  /** Share of Arabic letters from which a text is written in them. */
  private static final double MOSTLY = 0.5;

  /** A letter that Arabic does not have tells more than a small word, which may be a homograph. */
  private static final double LETTER_WEIGHT = 2;

  /** Share of words with the article at which a text without small words is Arabic. */
  private static final double ARTICLE_WEIGHT = 0.5;

  private static final LanguageIdentifier BUILT_IN = new LanguageIdentifier(load());

  private final List<Profile> profiles;

  private LanguageIdentifier(List<Profile> profiles) {
    this.profiles = profiles;
  }

  /** With the profiles that come with the program. */
  public static LanguageIdentifier builtIn() {
    return BUILT_IN;
  }

  private record Profile(String language, Set<Character> letters, Set<String> words) {}

  private static List<Profile> load() {
    InputStream in =
        Objects.requireNonNull(
            LanguageIdentifier.class.getResourceAsStream("profiles.tsv"), "packed in");
    List<Profile> profiles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          profiles.add(profile(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(profiles);
  }

  private static Profile profile(String[] cells) {
    Set<Character> letters = new HashSet<>();
    for (String letter : cells[1].split(" ")) {
      if (!letter.isEmpty()) {
        letters.add(letter.charAt(0));
      }
    }
    return new Profile(cells[0], Set.copyOf(letters), Set.copyOf(List.of(cells[2].split("\\|"))));
  }

  /** The language as BCP 47; {@code und} where the text is not mostly in Arabic letters. */
  public String identify(String text) {
    String start = text.substring(0, Math.min(text.length(), PROBE)).toLowerCase(Locale.ROOT);
    int letters = 0;
    int arabic = 0;
    Map<Character, Integer> counts = new HashMap<>();
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if (isArabicScript(c)) {
          arabic++;
          counts.merge(c, 1, Integer::sum);
        }
      }
    }
    return letters == 0 || arabic < MOSTLY * letters ? "und" : best(start, arabic, counts);
  }

  private String best(String text, int letters, Map<Character, Integer> counts) {
    List<String> words = words(text);
    String best = "ar";
    double most = -1;
    for (Profile profile : profiles) {
      double score = score(profile, words, letters, counts);
      if (score > most) {
        most = score;
        best = profile.language;
      }
    }
    return best;
  }

  private static double score(
      Profile profile, List<String> words, int letters, Map<Character, Integer> counts) {
    int known = 0;
    int articles = 0;
    for (String word : words) {
      known += profile.words.contains(word) ? 1 : 0;
      articles += word.length() > 4 && word.startsWith("\u0627\u0644") ? 1 : 0;
    }
    int own = 0;
    for (char letter : profile.letters) {
      own += counts.getOrDefault(letter, 0);
    }
    double byWords = (double) known / Math.max(1, words.size());
    boolean arabic = profile.language.equals("ar");
    double byArticle = arabic ? ARTICLE_WEIGHT * articles / Math.max(1, words.size()) : 0;
    return byWords + byArticle + LETTER_WEIGHT * own / letters;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isArabicScript(char c) {
    return c >= 0x0620 && c <= 0x06FF || c >= 0x0750 && c <= 0x077F || c >= 0xFB50 && c <= 0xFEFC;
  }
}

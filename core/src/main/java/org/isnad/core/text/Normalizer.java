package org.isnad.core.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Folds Arabic text so that spellings of one word look alike, and keeps every offset.
 *
 * <p>Marks, tatweel, zero-width and bidi control characters vanish; alef, yeh, teh marbuta and
 * hamza seats fold; presentation forms and Persian letters become plain Arabic ones; Arabic-Indic
 * and Persian digits become 0-9; HTML entities left in the text are read; words broken by stars, or
 * by dots and spaces between tatweels, are joined. Any string is valid input; time and memory are
 * linear in its length.
 */
public final class Normalizer {

  /** The article, folded. */
  public static final String ARTICLE = "ال";

  /** Longest entity name read, {@code &thinsp;} and {@code &#x1F1EE;} included. */
  private static final int LONGEST_ENTITY = 10;

  private final String given;
  private char[] normal;
  private int[] starts;
  private int[] ends;
  private int size;

  private Normalizer(String given) {
    this.given = given;
    this.normal = new char[given.length() + 8];
    this.starts = new int[normal.length];
    this.ends = new int[normal.length];
  }

  /** The folded text with its offsets. */
  public static NormalText normalize(String given) {
    return new Normalizer(given).run();
  }

  /** The folded text alone, for keys of lists. */
  public static String fold(String given) {
    return normalize(given).normal();
  }

  /** Whether a unit of a folded text is a letter of the Arabic script. */
  public static boolean isArabicLetter(char folded) {
    return Letters.isArabic(folded);
  }

  /**
   * Whether a given unit can only end a word, as teh marbuta does: a letter behind it shows two
   * words run together.
   */
  public static boolean endsWord(char given) {
    return given == 'ة';
  }

  /** A quick no: false where no given unit that folds to this one can only end a word. */
  public static boolean mayEndWord(char folded) {
    return folded == 'ه';
  }

  /** Whether a folded word opens with the letters of the article. */
  public static boolean opensWithArticle(String folded) {
    return folded.length() > 3 && folded.startsWith("ال");
  }

  /** Whether a folded word of some length opens with the letter of the preposition for. */
  public static boolean opensWithFor(String folded) {
    return folded.length() > 3 && folded.startsWith("ل");
  }

  /** Whether a folded word opens with the letters of the preposition for and the article. */
  public static boolean opensWithForThe(String folded) {
    return folded.length() > 3 && folded.startsWith("لل");
  }

  /** Whether a folded word ends in the alef of the indefinite accusative. */
  public static boolean endsWithAlef(String folded) {
    return folded.length() > 3 && folded.endsWith("ا");
  }

  /** Whether a folded indefinite word has the ending of a feminine adjective of relation. */
  public static boolean isRelativeAdjective(String folded) {
    return folded.length() > 4 && folded.endsWith("يه") && !folded.startsWith("ال");
  }

  /** Whether a folded indefinite word has the ending of an adjective of relation, of any gender. */
  public static boolean isRelation(String folded) {
    return folded.length() > 4 && !opensWithArticle(folded) && folded.endsWith("ي")
        || isRelativeAdjective(folded);
  }

  /** Whether a folded definite word has the ending of an adjective of relation, of any gender. */
  public static boolean isDefiniteRelation(String folded) {
    return opensWithArticle(folded) && isRelation(folded.substring(2));
  }

  /**
   * Whether a folded word has the ending of the sound plural that subjects have and objects not.
   */
  public static boolean isNominativePlural(String folded) {
    return folded.length() > 4 && folded.endsWith("ون");
  }

  /**
   * Whether a folded word has the ending of a dual or a sound plural that stands without an owner
   * behind it.
   */
  public static boolean isFreePlural(String folded) {
    return folded.length() > 4
        && (folded.endsWith("ون") || folded.endsWith("ين") || folded.endsWith("ان"));
  }

  /** Whether a folded word has the ending of the sound plural of subjects before an owner. */
  public static boolean isNominativeConstruct(String folded) {
    return folded.length() > 4 && folded.endsWith("و");
  }

  /** Whether a folded word has the ending of the dual that subjects have and objects not. */
  public static boolean isNominativeDual(String folded) {
    return folded.length() > 4 && folded.endsWith("ان");
  }

  /**
   * Whether a folded indefinite noun would be spelled with one more letter, an alef, if it were an
   * object: all but those that end in teh marbuta, alef, yeh or hamza.
   */
  public static boolean showsAccusative(String folded) {
    return !folded.isEmpty() && "هايء".indexOf(folded.charAt(folded.length() - 1)) < 0;
  }

  /** Whether a word as given ends with a yeh that has its dots. */
  public static boolean endsWithDottedYeh(String surface) {
    return surface.endsWith("ي");
  }

  /** Whether a word as given ends with the yeh without dots, alef maqsura. */
  public static boolean endsWithAlefMaqsura(String surface) {
    return surface.endsWith("ى");
  }

  /** Whether a folded definite word has the ending of the feminine plural, as nouns mostly do. */
  public static boolean isFemininePlural(String folded) {
    return folded.length() > 5 && opensWithArticle(folded) && folded.endsWith("ات");
  }

  /** Whether a folded definite word has the ending that plurals have where they are no subject. */
  public static boolean isObliquePlural(String folded) {
    return folded.length() > 6 && opensWithArticle(folded) && folded.endsWith("ين");
  }

  /** Whether a folded word opens with the letters of the preposition by and the article. */
  public static boolean opensWithByThe(String folded) {
    return folded.length() > 5 && folded.startsWith("بال");
  }

  /** Whether a folded word of some length ends like one with a pronoun of the third person. */
  public static boolean endsWithPronoun(String folded) {
    return folded.length() > 5
        && (folded.endsWith("ها") || folded.endsWith("هم") || folded.endsWith("هما"));
  }

  /**
   * Whether a folded word has the shape of a verbal noun of a derived verb: {@code تفويج}, {@code
   * استئجار}, {@code إفراغ}; shapes that names of operations have too ({@code بركان}) are none.
   */
  public static boolean isPatternOfVerbalNoun(String folded) {
    int last = folded.length() - 1;
    if (last < 4 || last > 6) {
      return false;
    }
    boolean second = last == 4 && folded.startsWith("ت") && folded.charAt(last - 1) == 'ي';
    boolean derived =
        folded.startsWith("ا") && !folded.startsWith("ال") && folded.charAt(last - 1) == 'ا';
    return second || derived;
  }

  /** Whether a folded word opens like the third person of a present verb. */
  public static boolean opensLikePresent(String folded) {
    return folded.length() > 3 && (folded.startsWith("ي") || folded.startsWith("ت"));
  }

  /** Whether a folded word opens like a present verb with the particle of purpose before it. */
  public static boolean opensLikePurpose(String folded) {
    return folded.length() > 4 && (folded.startsWith("لي") || folded.startsWith("لت"));
  }

  /** Whether a folded word opens with the letter of "and". */
  public static boolean opensWithConjunction(String folded) {
    return folded.startsWith("و");
  }

  /**
   * Whether a word as given bears the mark of the indefinite accusative, which names of places do
   * not: with it the name of a country is its adjective.
   */
  public static boolean hasTanwin(String surface) {
    return surface.indexOf('\u064B') >= 0;
  }

  /** Whether a folded word ends with nun, as duals do that rule no noun. */
  public static boolean endsWithNun(String folded) {
    return folded.endsWith("ن");
  }

  /** Whether a folded word opens with "and the". */
  public static boolean opensWithAnd(String folded) {
    return folded.startsWith("وال") && folded.length() > 4;
  }

  /**
   * A definite word as it is written without the preposition for it: {@code للجيش} is {@code
   * الجيش}.
   *
   * @param word a word that opens with the preposition and the article's lam
   */
  public static String withoutFor(String word) {
    return "ا" + word.substring(0, 1) + word.substring(2);
  }

  /** An indefinite word with the article before it; a definite word as it is. */
  public static String withArticle(String word) {
    return opensWithArticle(fold(word)) ? word : "ال" + word;
  }

  private NormalText run() {
    int i = plain(0);
    while (i < given.length()) {
      char c = given.charAt(i);
      int joined = c == 0x0640 || c == '*' ? joint(i) : i;
      if (joined > i) {
        i = joined;
      } else if (c == '&') {
        i = entity(i);
      } else if (Letters.isPresentationForm(c)) {
        addAll(Letters.plain(c), i, i + 1);
        i++;
      } else {
        add(isSeatBeforeWaw(c, i) ? Letters.WAW : Letters.fold(c), i, i + 1);
        i++;
      }
      i = plain(i);
    }
    return new NormalText(given, new String(normal, 0, size), starts, ends);
  }

  /**
   * Egypt writes {@code مسئول} where others write {@code مسؤول}: the seat is that of the waw behind
   * it, unless this waw opens the ending of a plural ({@code لاجئون}).
   */
  private boolean isSeatBeforeWaw(char c, int at) {
    return c == 'ئ'
        && at + 2 < given.length()
        && given.charAt(at + 1) == 'و'
        && given.charAt(at + 2) != 'ن'
        && Letters.isArabic(Letters.fold(given.charAt(at + 2)));
  }

  /** Adds units that fold one by one, as nearly all do; behind them stands one that may not. */
  private int plain(int from) {
    int last = Math.min(given.length(), from + normal.length - size);
    int to = size;
    int i = from;
    for (; i < last; i++) {
      char folded = Letters.foldPlain(given.charAt(i));
      if (folded == Letters.NOTHING) {
        break;
      }
      normal[to] = folded;
      starts[to] = i;
      ends[to] = i + 1;
      to++;
    }
    size = to;
    return i;
  }

  private void addAll(String letters, int start, int end) {
    for (int i = 0; i < letters.length(); i++) {
      add(Letters.fold(letters.charAt(i)), start, end);
    }
  }

  private void add(char folded, int start, int end) {
    if (folded == Letters.NOTHING) {
      if (size > 0 && ends[size - 1] == start && Letters.isArabic(normal[size - 1])) {
        ends[size - 1] = end;
      }
      return;
    }
    if (size == normal.length) {
      normal = Arrays.copyOf(normal, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    normal[size] = folded;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /**
   * The offset behind a break inside a word that starts at {@code i}, or {@code i} where there is
   * none: tatweel, dots or spaces, tatweel ({@code الهجـ.ـمات}); stars between two letters.
   */
  private int joint(int i) {
    if (size == 0 || !Letters.isArabic(normal[size - 1])) {
      return i;
    }
    int j = i;
    boolean broken = false;
    while (j < given.length() && j - i < 8 && isBreak(given.charAt(j))) {
      broken |= given.charAt(j) != 0x0640;
      j++;
    }
    boolean closed = given.charAt(j - 1) == 0x0640 || given.charAt(j - 1) == '*';
    boolean goesOn = j < given.length() && Letters.isArabic(Letters.fold(given.charAt(j)));
    if (!broken || !closed || !goesOn) {
      return i;
    }
    ends[size - 1] = j;
    return j;
  }

  private static boolean isBreak(char c) {
    return c == 0x0640
        || c == '.'
        || c == ' '
        || c == '*'
        || c == 0x00B7
        || c == '_'
        || c == 0x2022;
  }

  private int entity(int i) {
    int end = given.indexOf(';', i + 1, Math.min(given.length(), i + LONGEST_ENTITY + 1));
    String read =
        end > 0 && end - i <= LONGEST_ENTITY ? Entities.read(given.substring(i + 1, end)) : null;
    if (read == null) {
      add('&', i, i + 1);
      return i + 1;
    }
    addAll(read, i, end + 1);
    return end + 1;
  }

  /** The few entities that survive careless conversion of pages to text. */
  private static final class Entities {

    private Entities() {}

    static @Nullable String read(String name) {
      return switch (name) {
        case "quot" -> "\"";
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "apos" -> "'";
        case "nbsp", "ensp", "emsp", "thinsp" -> " ";
        case "laquo" -> "«";
        case "raquo" -> "»";
        case "ldquo" -> "“";
        case "rdquo" -> "”";
        case "lsquo" -> "‘";
        case "rsquo" -> "’";
        case "ndash" -> "–";
        case "mdash" -> "—";
        case "hellip" -> "…";
        case "zwnj", "zwj", "lrm", "rlm", "shy" -> "\u200B";
        default -> number(name);
      };
    }

    private static @Nullable String number(String name) {
      if (name.length() < 2 || name.charAt(0) != '#') {
        return null;
      }
      boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
      int value = 0;
      for (int i = hex ? 2 : 1; i < name.length(); i++) {
        int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
        if (digit < 0) {
          return null;
        }
        value = value * (hex ? 16 : 10) + digit;
      }
      boolean printable = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
      return printable ? Character.toString(value) : null;
    }
  }

  /** A noun without its article and without the alef of an indefinite object. */
  public static String bareNoun(String folded) {
    int from = folded.length() > 4 && opensWithArticle(folded) ? ARTICLE.length() : 0;
    int end = folded.length() - (folded.length() - from > 3 && endsWithAlef(folded) ? 1 : 0);
    return folded.substring(from, end);
  }
}

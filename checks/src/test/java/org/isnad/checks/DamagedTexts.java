package org.isnad.checks;

import java.util.List;
import java.util.Random;

/** Articles of our own, damaged as pages are on their way: a seed gives always the same text. */
final class DamagedTexts {

  private static final String BIDI = "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2069";
  private static final String MARKS = "\u064B\u0651\u0670\u0301\u0489\u20DD\u06D6";
  private static final String ODD = "\u0000\uFFFD\uFEFF\uD800\uDFFF\u200B\u2028\u0085\u0640\uFDFA";

  private DamagedTexts() {}

  /** One of {@code whole}, damaged in one to four ways. */
  static String of(List<String> whole, long seed) {
    Random random = new Random(seed);
    String text = pick(whole, random);
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      text = damaged(text, pick(whole, random), random);
    }
    return text;
  }

  private static String damaged(String text, String other, Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, random.nextInt(text.length() + 1));
      case 1 -> text.substring(random.nextInt(text.length() + 1));
      case 2 -> text + "\n" + text;
      case 3 -> interleaved(text, other);
      case 4 -> sprinkled(text, BIDI, random, 1 + random.nextInt(40));
      case 5 -> sprinkled(text, MARKS, random, 1 + random.nextInt(400));
      case 6 -> sprinkled(text, ODD, random, 1 + random.nextInt(20));
      case 7 -> text.replace(" ", random.nextBoolean() ? "" : "\n");
      default -> shuffled(text, random);
    };
  }

  private static String interleaved(String text, String other) {
    List<String> left = text.lines().toList();
    List<String> right = other.lines().toList();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      all.append(i < left.size() ? left.get(i) : "").append('\n');
      all.append(i < right.size() ? right.get(i) : "").append('\n');
    }
    return all.toString();
  }

  private static String sprinkled(String text, String signs, Random random, int number) {
    StringBuilder all = new StringBuilder(text);
    for (int i = 0; i < number; i++) {
      all.insert(random.nextInt(all.length() + 1), signs.charAt(random.nextInt(signs.length())));
    }
    return all.toString();
  }

  private static String shuffled(String text, Random random) {
    String[] words = text.split(" ");
    for (int i = 0; i < words.length / 4; i++) {
      int one = random.nextInt(words.length);
      int other = random.nextInt(words.length);
      String word = words[one];
      words[one] = words[other];
      words[other] = word;
    }
    return String.join(" ", words);
  }

  private static String pick(List<String> whole, Random random) {
    return whole.get(random.nextInt(whole.size()));
  }
}

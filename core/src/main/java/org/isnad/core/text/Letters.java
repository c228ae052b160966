package org.isnad.core.text;

import java.text.Normalizer.Form;

/**
 * How single characters fold (Unicode chapter 9.2; the folding of hamza seats, yeh and teh marbuta
 * is the usual one of Arabic retrieval, Larkey et al. 2002).
 *
 * <p>Spelling is unstable in news text at exactly these letters, so they are made alike; nothing
 * that tells two common words apart by another letter is touched.
 */
final class Letters {

  /** Marks a unit that has no counterpart in the normal text. */
  static final char NOTHING = '\0';

  /** The waw, which the seat of a hamza folds to as well. */
  static final char WAW = 'و';

  private static final int TABLE_END = 0x0700;
  private static final char[] TABLE = table();
  private static final char[] PLAIN = plainTable();

  private Letters() {}

  /** The folded form of one unit that stands for itself, or {@link #NOTHING}. */
  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c < TABLE_END) {
      return TABLE[c];
    }
    return foldHigh(c);
  }

  /**
   * The folded form of a unit that nothing beside it can change, as most units are; for all others
   * {@link #NOTHING}.
   */
  static char foldPlain(char c) {
    return c < TABLE_END ? PLAIN[c] : NOTHING;
  }

  /** Whether the unit is a presentation form, which stands for one or more plain letters. */
  static boolean isPresentationForm(char c) {
    return c >= 0xFB50 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC || c >= 0xFF01 && c <= 0xFF5E;
  }

  /** The plain letters of a presentation form (NFKC). */
  static String plain(char c) {
    return java.text.Normalizer.normalize(String.valueOf(c), Form.NFKC);
  }

  /** Whether a folded unit is a letter of the Arabic script. */
  static boolean isArabic(char c) {
    return c >= 0x0621 && c <= 0x064A || c >= 0x066E && c <= 0x06D3 || c == 0x06D5;
  }

  private static char foldHigh(char c) {
    if (c == 0xFEFF
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x2069) {
      return NOTHING;
    }
    if (c >= 0xFE00 && c <= 0xFE0F) {
      return NOTHING;
    }
    if (c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x3000) {
      return ' ';
    }
    if (c == 0x2028 || c == 0x2029) {
      return '\n';
    }
    return Character.isSurrogate(c) ? c : Character.toLowerCase(c);
  }

  private static char[] table() {
    char[] table = new char[TABLE_END];
    for (char c = 0; c < TABLE_END; c++) {
      table[c] =
          Character.getType(c) == Character.NON_SPACING_MARK && c >= 0x0600
              ? NOTHING
              : Character.toLowerCase(c);
    }
    letters(table);
    for (int digit = 0; digit < 10; digit++) {
      table[0x0660 + digit] = (char) ('0' + digit);
      table[0x06F0 + digit] = (char) ('0' + digit);
    }
    table[0x00A0] = ' ';
    table[0x0085] = '\n';
    table[0x00AD] = NOTHING;
    table[0x061C] = NOTHING;
    table[0x0640] = NOTHING;
    table[0x066A] = '%';
    table[0x066B] = '.';
    table[0x066C] = ',';
    return table;
  }

  /**
   * Stars and tatweels may stand inside a word, entities open with an ampersand, and a seat of
   * hamza may be that of the letter behind it.
   */
  private static char[] plainTable() {
    char[] table = TABLE.clone();
    for (char c = 0; c < 0x80; c++) {
      table[c] = fold(c);
    }
    table['*'] = NOTHING;
    table['ئ'] = NOTHING;
    table['&'] = NOTHING;
    return table;
  }

  private static void letters(char[] table) {
    map(table, "أإآٱٲٳ", 'ا');
    map(table, "ىیېۍێے", 'ي');
    map(table, "ؤۆۇۈۋ", 'و');
    table['ئ'] = 'ي';
    map(table, "ةھہۀەۃ", 'ه');
    map(table, "کڪگګ", 'ك');
    table['چ'] = 'ج';
    table['پ'] = 'ب';
    table['ژ'] = 'ز';
    table['ڤ'] = 'ف';
    table['ڨ'] = 'ق';
  }

  private static void map(char[] table, String from, char to) {
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = to;
    }
  }
}

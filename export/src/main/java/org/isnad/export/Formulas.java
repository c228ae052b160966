package org.isnad.export;

/**
 * Words that a spreadsheet would take for a formula (OWASP, "CSV Injection"): they get an
 * apostrophe before them on the way out, and lose it on the way back.
 */
final class Formulas {

  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Formulas() {}

  static String neutral(String cell) {
    return isFormula(cell) ? "'" + cell : cell;
  }

  /** The cell as it was before {@link #neutral}. */
  static String original(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** Apostrophes before it included, so that none is lost on the way back. */
  private static boolean isFormula(String cell) {
    int start = 0;
    while (start < cell.length() && cell.charAt(start) == '\'') {
      start++;
    }
    return start < cell.length() && STARTS.indexOf(cell.charAt(start)) >= 0;
  }
}

package org.isnad.core.mention.time;

/** Which numbers can be years. */
final class Years {

  /** Years that a bare number can mean: outside it is a count more likely than a year. */
  private static final int FIRST = 1900;

  private static final int LAST = 2100;

  /** The first number that is a year where a date stands before it; below it is a count. */
  private static final int FIRST_BEHIND_DATE = 1000;

  /** Below three digits a number behind "year" counts years. */
  private static final int FIRST_ANNOUNCED = 100;

  /** Years of the Islamic calendar that news names: the 1880s to the 2070s. */
  private static final int FIRST_ISLAMIC = 1300;

  private static final int LAST_ISLAMIC = 1500;

  private Years() {}

  /** Whether news writes this year without saying that it is one. */
  static boolean isModern(int year) {
    return year >= FIRST && year <= LAST;
  }

  /** Whether the number can be the year of the date before it. */
  static boolean isBehindDate(int year) {
    return year >= FIRST_BEHIND_DATE && year <= LAST;
  }

  /** Whether the number can be a year that is announced as one; "one year" in words is none. */
  static boolean isAnnounced(int year, boolean words) {
    return year >= (words ? FIRST_BEHIND_DATE : FIRST_ANNOUNCED) && year <= LAST;
  }

  /** Whether the number can be a year of the Islamic calendar. */
  static boolean isIslamic(int year) {
    return year >= FIRST_ISLAMIC && year <= LAST_ISLAMIC;
  }
}

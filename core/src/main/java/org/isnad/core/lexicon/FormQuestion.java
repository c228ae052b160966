package org.isnad.core.lexicon;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A yes-or-no question about what a word by itself can be, asked again and again: its answer is
 * kept with the word. A question is a constant of the class that asks it. Safe to share between
 * threads.
 */
public final class FormQuestion {

  /** So many questions have a bit for having been asked and one for their answer. */
  static final int MOST = Integer.SIZE / 2;

  private static final AtomicInteger QUESTIONS = new AtomicInteger();

  private final int bit;
  private final Predicate<WordForm> asked;

  private FormQuestion(int bit, Predicate<WordForm> asked) {
    this.bit = bit;
    this.asked = asked;
  }

  /**
   * A question.
   *
   * @param asked the answer, which depends on nothing but the form
   * @throws IllegalStateException if there are too many questions already
   */
  public static FormQuestion of(Predicate<WordForm> asked) {
    int number = QUESTIONS.getAndIncrement();
    if (number >= MOST) {
      throw new IllegalStateException("more than " + MOST + " questions about forms");
    }
    return new FormQuestion(1 << number, asked);
  }

  /** Its own bit. */
  int bit() {
    return bit;
  }

  /** The answer, found anew. */
  boolean ask(WordForm form) {
    return asked.test(form);
  }
}

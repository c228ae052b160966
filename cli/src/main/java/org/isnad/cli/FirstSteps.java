package org.isnad.cli;

import java.util.List;

/** What the program says to somebody who started it without a command. */
final class FirstSteps {

  private FirstSteps() {}

  /**
   * The next steps.
   *
   * @param stored whether the folder {@code isnad-data} holds a store already
   */
  static List<String> lines(boolean stored) {
    return stored
        ? List.of(
            "isnad-data holds a store.",
            "  isnad incidents           what is in it",
            "  isnad explain ID          one of them: every value, who gives it, the quoted words",
            "  isnad serve               the same in a browser",
            "  isnad run FOLDER          adds articles",
            "isnad --help lists all commands.")
        : List.of(
            "Isnad reads Arabic news about political violence and makes incident records of it.",
            "  isnad run samples         reads the articles that come with it, prints the incidents",
            "  isnad run FOLDER          your own: text, HTML, JSON Lines, CSV, WARC, feeds",
            "  isnad extract FOLDER      the same as one JSON line an article, nothing stored",
            "isnad --help lists all commands; isnad help COMMAND explains one.");
  }
}

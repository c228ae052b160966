package org.isnad.cli;

import java.io.PrintWriter;
import java.util.List;
import org.isnad.core.pipeline.Problem;

/** Tells what could not be read, and turns it into an exit code. */
final class Problems {

  /** Problems told one by one; beyond it they are only counted. */
  private static final int TOLD = 20;

  private Problems() {}

  /** Prints the problems; 1 where there are any, else 0. */
  static int tell(List<Problem> problems, PrintWriter err) {
    problems.stream()
        .limit(TOLD)
        .forEach(
            p -> err.println("problem " + p.code().number() + ": " + p.where() + ": " + p.text()));
    if (problems.size() > TOLD) {
      err.println("… and " + (problems.size() - TOLD) + " more");
    }
    if (!problems.isEmpty()) {
      err.println(
          problems.size()
              + (problems.size() == 1 ? " input" : " inputs")
              + " could not be read, for the reason above; all else was read");
    }
    return problems.isEmpty() ? 0 : 1;
  }
}

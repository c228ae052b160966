package org.isnad.cli;

import java.io.PrintWriter;
import org.isnad.app.Progress;

/**
 * Shows progress on the error stream once a job has taken two seconds; at most ten times a second.
 */
final class TerminalProgress implements Progress {

  private static final long PATIENCE = 2_000_000_000L;
  private static final long BETWEEN = 100_000_000L;

  private final PrintWriter err;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final long start = System.nanoTime();
  private long shown;
  private String stage = "";

  TerminalProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void read(int done, int all) {
    often("read " + done + " of " + all + " articles");
  }

  @Override
  public void reached(int done, int all) {
    often(stage + ", " + done + " of " + all);
  }

  @Override
  public void wrote(int done, int all, String what) {
    often("wrote " + done + " of " + all + " " + what);
  }

  private void often(String text) {
    long now = System.nanoTime();
    long pause = terminal ? BETWEEN : 10 * PATIENCE;
    if (now - start > PATIENCE && now - shown > pause) {
      shown = now;
      show(text);
    }
  }

  @Override
  public void stage(String name) {
    stage = name;
    if (System.nanoTime() - start > PATIENCE) {
      show(name);
    }
  }

  @Override
  public void done() {
    if (terminal && shown > 0) {
      err.print("\r\u001B[K");
      err.flush();
    }
  }

  private void show(String text) {
    if (terminal) {
      err.print("\r\u001B[K" + text);
      err.flush();
    } else {
      err.println(text);
    }
  }
}

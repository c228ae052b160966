package org.isnad.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.server.Workspace;

/**
 * Does once what the program mostly does, so that the Java machine can write down which classes it
 * needs and starts faster from then on. The script {@code isnad} asks for it after a build.
 */
final class Rehearsal {

  /** The system property that asks for it, with the folder of the samples. */
  static final String SAMPLES = "isnad.rehearse";

  private static final List<String> PAGES =
      List.of(
          "ar/incidents",
          "assets/app.js",
          "api/v1/session",
          "api/v1/incidents?country=IQ",
          "api/v1/aggregates",
          "api/v1/incidents.csv");

  private Rehearsal() {}

  /** Reads the samples into the store, and asks the server for some of its pages. */
  static void of(Workspace workspace, Path samples, String address) {
    new Run(workspace.pipeline(), 1, Progress.SILENT, Clock.systemUTC())
        .run(List.of(samples), samples.resolve("manifest.csv"), workspace.store());
    workspace.search().refresh();
    for (String page : PAGES) {
      ask(address + page);
    }
  }

  private static void ask(String page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(page).toURL().openConnection();
      try (InputStream in = connection.getInputStream()) {
        in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

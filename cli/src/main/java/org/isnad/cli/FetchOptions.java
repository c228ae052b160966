package org.isnad.cli;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.isnad.io.fetch.AddressGuard;
import org.isnad.io.fetch.FetchLimits;
import org.isnad.io.fetch.Fetcher;
import org.isnad.io.fetch.Pace;
import picocli.CommandLine.Option;

/** How polite and how careful fetching is. */
final class FetchOptions {

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description =
          "a host that may be asked though its address is private or the machine's own; may be repeated")
  Set<String> allowed = new LinkedHashSet<>();

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "pause between two questions to one host; 2 unless given")
  double delay = 2;

  /** A fetcher with these options. */
  Fetcher fetcher() {
    Duration pause = Duration.ofMillis(Math.max(0, Math.round(delay * 1000)));
    return new Fetcher(new AddressGuard(allowed), FetchLimits.DEFAULT, pause, Pace.REAL);
  }
}

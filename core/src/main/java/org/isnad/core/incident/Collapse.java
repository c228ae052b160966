package org.isnad.core.incident;

import java.util.Optional;
import org.isnad.core.report.Toll;

/** How the differing values of an incident are brought down to one, for those who need one. */
public interface Collapse {

  /** Its name, as a user asks for it. */
  String id();

  /** What it does and whose way it is, in a sentence. */
  String description();

  /** The value to show; empty where no report gives one. */
  <T> Optional<Choice<T>> value(Reported<T> reported);

  /** The toll to show; empty where no report gives one. */
  Optional<Choice<Toll>> toll(Reported<Toll> reported);
}

package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A format of files of incidents. Further ones are found as services ({@link
 * java.util.ServiceLoader}), so that a format with a heavy library can stay in a module of its own.
 */
public interface ExportFormat {

  /** Its name, as a user asks for it. */
  String id();

  /** What it is, in a clause. */
  String description();

  /**
   * Opens a file.
   *
   * @param out closed with the sink
   * @throws IOException if it cannot be written
   */
  IncidentSink open(OutputStream out, ExportOptions options) throws IOException;
}

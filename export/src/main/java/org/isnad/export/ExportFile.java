package org.isnad.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears when it is whole: it is written beside its place and moved there at the end,
 * so that nobody reads half an export and a failed one leaves the old file as it was.
 */
public final class ExportFile implements AutoCloseable {

  private final Path place;
  private final Path part;
  private final OutputStream out;
  private boolean committed;

  /**
   * Opens the part beside the place; folders are made.
   *
   * @throws IOException if it cannot be written
   */
  public ExportFile(Path place) throws IOException {
    this.place = place.toAbsolutePath();
    Path folder = this.place.getParent();
    Path name = this.place.getFileName();
    if (folder == null || name == null || Files.isDirectory(this.place)) {
      throw new IOException(place + " is a folder; give the name of a file");
    }
    Files.createDirectories(folder);
    this.part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
    this.out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
  }

  /** Where to write; closing it does not yet make the file. */
  public OutputStream stream() {
    return out;
  }

  /**
   * Moves the file to its place.
   *
   * @throws IOException if it cannot be written or moved
   */
  public void commit() throws IOException {
    out.close();
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }
    committed = true;
  }

  /** Takes the part away where the file was not made. */
  @Override
  public void close() throws IOException {
    if (!committed) {
      try (out) {
        Files.deleteIfExists(part);
      }
    }
  }
}

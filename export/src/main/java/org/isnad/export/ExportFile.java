package org.isnad.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A file that appears when it is whole: it is written beside its place and moved there at the end,
 * so that nobody reads half an export and a failed one leaves the old file as it was.
 */
public final class ExportFile implements AutoCloseable {

  private static final String PART = ".part";

  /** A part that nobody has written to for so long belongs to nobody, on no machine. */
  private static final Duration LEFT = Duration.ofHours(1);

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
    sweep(folder, "." + name + ".");
    this.part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + PART);
    this.out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
  }

  /** Takes away what killed processes left of this file. */
  private static void sweep(Path folder, String start) throws IOException {
    Instant old = Instant.now().minus(LEFT);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> isPart(f, start)).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // another export has taken it away
    }
  }

  private static boolean isPart(Path file, String start) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(start)
        && name.endsWith(PART)
        && name.length() > start.length() + PART.length()
        && name.substring(start.length(), name.length() - PART.length())
            .chars()
            .allMatch(c -> c >= '0' && c <= '9');
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

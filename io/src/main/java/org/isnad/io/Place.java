package org.isnad.io;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where something that is read stands.
 *
 * @param name the file's name, or that of the entry in an archive
 * @param where how a user finds it: the path, in an archive with {@code !} and the entry behind
 * @param path the file, or null inside an archive
 * @param offset where it starts in its file or archive, in bytes
 */
record Place(String name, String where, @Nullable Path path, long offset) {

  static Place of(Path file) {
    return new Place(String.valueOf(file.getFileName()), file.toString(), file, 0);
  }

  /** An entry of the archive that this is. */
  Place entry(String name, long offset) {
    return new Place(name, where + "!" + name, null, offset);
  }
}

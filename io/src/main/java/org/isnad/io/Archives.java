package org.isnad.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.archive.WarcFile;

/**
 * Opens zip and tar archives of inputs and hands on their entries. A WACZ (web archive collection,
 * a zip of WARC files with their indexes) is read for its WARC files alone. An entry that cannot be
 * read is one problem; the others are read all the same.
 */
final class Archives {

  /** Where tar writes its name into the first header. */
  /**
   * Ways of packing for which there is a reader; for xz and Zstandard a further library is needed.
   */
  private static final Set<Integer> PACKED =
      Set.of(
          ZipMethod.STORED.getCode(),
          ZipMethod.UNSHRINKING.getCode(),
          ZipMethod.IMPLODING.getCode(),
          ZipMethod.DEFLATED.getCode(),
          ZipMethod.ENHANCED_DEFLATED.getCode(),
          ZipMethod.BZIP2.getCode());

  /** Where tar writes its name into the first header. */
  private static final int TAR_MAGIC = 257;

  /** Takes an entry. */
  interface Entries {
    /** An entry and its content. */
    void entry(Place place, InputStream content) throws IOException;
  }

  private final Entries entries;
  private final ArticleSink sink;

  Archives(Entries entries, ArticleSink sink) {
    this.entries = entries;
    this.sink = sink;
  }

  static boolean isZip(byte[] head) {
    return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  static boolean isTar(byte[] head) {
    String magic = "ustar";
    if (head.length < TAR_MAGIC + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (head[TAR_MAGIC + i] != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Reads a zip file in the order in which its entries lie. */
  void zip(Path file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      List<ZipArchiveEntry> all = Collections.list(zip.getEntriesInPhysicalOrder());
      boolean collection =
          zip.getEntry("datapackage.json") != null && all.stream().anyMatch(Archives::isWarc);
      for (ZipArchiveEntry entry : all) {
        boolean wanted = collection ? isWarc(entry) : isInput(entry.getName());
        if (!entry.isDirectory() && wanted) {
          zipEntry(file, zip, entry);
        }
      }
    }
  }

  private void zipEntry(Path file, ZipFile zip, ZipArchiveEntry entry) {
    Place place = Place.of(file).entry(entry.getName(), Math.max(0, entry.getDataOffset()));
    if (!PACKED.contains(entry.getMethod())) {
      broken(place, new IOException("packed in a way that is not read here; expected deflate"));
      return;
    }
    try (InputStream content = Unpacked.of(zip.getInputStream(entry), entry.getCompressedSize())) {
      one(place, content);
    } catch (IOException | RuntimeException e) {
      broken(place, e);
    }
  }

  /** Reads a tar file, unpacked already. */
  void tar(Path file, InputStream in) {
    Place archive = Place.of(file);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8")) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        if (entry.isFile() && isInput(entry.getName())) {
          one(archive.entry(entry.getName(), Math.max(0, entry.getDataOffset())), new Kept(tar));
        }
        entry = tar.getNextEntry();
      }
    } catch (IOException | RuntimeException e) {
      broken(archive, e);
    }
  }

  private void one(Place place, InputStream content) throws IOException {
    if (isWarcName(place.name())) {
      warc(place, content);
    } else {
      entries.entry(place, content);
    }
  }

  /** A WARC file is read from a copy, since reading goes back behind a damaged record. */
  private void warc(Place place, InputStream content) throws IOException {
    Path copy = Files.createTempFile("isnad", ".warc");
    try {
      Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      WarcFile.read(copy, new ArchivedPages(place.where(), sink));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void broken(Place place, Exception e) {
    boolean large = e instanceof Unpacked.TooLargeException;
    String reason =
        e instanceof ZipException ? "a damaged archive: " + Sources.reason(e) : Sources.reason(e);
    sink.problem(
        new Problem(
            large ? Problem.Code.TOO_LARGE : Problem.Code.MALFORMED, place.where(), reason));
  }

  private static boolean isWarc(ZipArchiveEntry entry) {
    return isWarcName(entry.getName());
  }

  private static boolean isWarcName(String name) {
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  /** As in folders, hidden files, manifests and notes are passed over. */
  private static boolean isInput(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !last.startsWith(".")
        && !name.startsWith("__MACOSX/")
        && !last.equals("manifest.csv")
        && !last.endsWith(".md");
  }

  /** An entry's content, whose end must not close the archive. */
  private static final class Kept extends java.io.FilterInputStream {
    Kept(InputStream archive) {
      super(archive);
    }

    @Override
    public void close() {
      // the archive goes on
    }
  }
}

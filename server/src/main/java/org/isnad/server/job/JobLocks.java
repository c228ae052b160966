package org.isnad.server.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which server is at work on a job, by a locked file beside the job's folder. The system gives the
 * lock back when the process ends, however it ends; so a server that starts can tell the jobs of a
 * dead one from those of another that serves the same folder.
 */
final class JobLocks {

  private final Path folder;
  private final Map<String, FileChannel> held = new ConcurrentHashMap<>();

  /** Locks in the folder of the jobs. */
  JobLocks(Path folder) {
    this.folder = folder;
  }

  /** Takes a job for this server. */
  void take(String id) {
    try {
      Files.createDirectories(folder);
      FileChannel channel = channel(id);
      held.put(id, channel);
      if (!isLocked(channel)) {
        give(id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it back; its lock is gone. */
  void give(String id) {
    try (FileChannel channel = held.remove(id)) {
      if (channel != null) {
        Files.deleteIfExists(file(id));
      }
    } catch (IOException e) {
      // an open file of nobody does no harm
    }
  }

  /** Gives all of them back as they are, as the end of the process would. */
  void close() {
    held.values()
        .forEach(
            channel -> {
              try {
                channel.close();
              } catch (IOException e) {
                // what cannot be closed ends with the process
              }
            });
    held.clear();
  }

  /** Whether no server that lives has taken the job. */
  boolean isAbandoned(String id) {
    if (!Files.exists(file(id))) {
      return true;
    }
    try (FileChannel channel = channel(id)) {
      return isLocked(channel);
    } catch (IOException e) {
      return true;
    }
  }

  private FileChannel channel(String id) throws IOException {
    return FileChannel.open(file(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Whether the lock could be taken; it goes with its channel. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".lock");
  }
}

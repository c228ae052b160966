package org.isnad.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLocksTest {

  @TempDir Path folder;

  @Test
  void aJobIsAbandonedWhenWhoTookItHasEnded() {
    JobLocks first = new JobLocks(folder.resolve("imports"));
    JobLocks second = new JobLocks(folder.resolve("imports"));
    assertThat(second.isAbandoned("j1")).isTrue();
    first.take("j1");
    assertThat(second.isAbandoned("j1")).isFalse();
    assertThat(second.isAbandoned("j2")).isTrue();
    first.close();
    assertThat(second.isAbandoned("j1")).isTrue();
    second.take("j1");
    assertThat(first.isAbandoned("j1")).isFalse();
    second.give("j1");
    assertThat(first.isAbandoned("j1")).isTrue();
    assertThat(folder.resolve("imports")).isEmptyDirectory();
  }
}

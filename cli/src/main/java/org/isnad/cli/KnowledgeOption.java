package org.isnad.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a user's own copy of the knowledge files. */
final class KnowledgeOption {

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "a copy of the knowledge files to use instead of the built-in ones")
  @Nullable Path folder;

  Pipeline pipeline() {
    return new Pipeline(knowledge());
  }

  Knowledge knowledge() {
    if (folder == null) {
      return ArabicKnowledge.load();
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          folder + " is no folder; 'isnad knowledge new " + folder + "' starts one");
    }
    return ArabicKnowledge.load(folder);
  }
}

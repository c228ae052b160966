package org.isnad.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the folder of the store. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ISNAD_DATA:-isnad-data}",
      description = "the folder of the store; $ISNAD_DATA, else isnad-data, unless given")
  Path folder = Path.of("isnad-data");
}

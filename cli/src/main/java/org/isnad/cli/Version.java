package org.isnad.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest carries. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Isnad.class.getPackage().getImplementationVersion();
    return new String[] {"isnad " + (version == null ? "from classes" : version)};
  }
}

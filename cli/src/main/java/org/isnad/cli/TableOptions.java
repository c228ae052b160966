package org.isnad.cli;

import org.isnad.export.ExportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How tables are written. */
final class TableOptions {

  @Option(names = "--hxl", description = "a row of HXL tags below the header of csv and xlsx")
  boolean hxl;

  @Option(names = "--bom", description = "csv starts with a byte-order mark")
  boolean byteOrderMark;

  @Option(
      names = "--excel",
      description =
          "csv for spreadsheets: with a byte-order mark, and an apostrophe before cells that would be run as formulas")
  boolean excel;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "what the addresses of records start with")
  @Nullable String baseUrl;

  ExportOptions options() {
    return new ExportOptions(hxl, byteOrderMark || excel, excel, baseUrl);
  }
}

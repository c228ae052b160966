package org.isnad.cli;

import java.io.PrintWriter;
import java.util.List;
import org.isnad.app.IncidentRow;

/** How incidents are printed. */
enum IncidentFormat {
  /** Aligned columns for people. */
  TABLE {
    @Override
    void print(List<String> incidents, PrintWriter out) {
      TextTable table = new TextTable(IncidentRow.COLUMNS);
      incidents.stream().map(IncidentRow::of).sorted(BY_DAY).forEach(row -> table.add(row.cells()));
      table.lines().forEach(line -> out.print(line + "\n"));
      out.print(incidents.size() + (incidents.size() == 1 ? " incident\n" : " incidents\n"));
    }
  },
  /** One JSON object a line, with every claim. */
  JSON {
    @Override
    void print(List<String> incidents, PrintWriter out) {
      incidents.forEach(json -> out.print(json + "\n"));
    }
  },
  /** The columns of the table, comma-separated. */
  CSV {
    @Override
    void print(List<String> incidents, PrintWriter out) {
      out.print(String.join(",", IncidentRow.COLUMNS) + "\n");
      incidents.stream()
          .map(IncidentRow::of)
          .sorted(BY_DAY)
          .forEach(row -> out.print(csv(row.cells()) + "\n"));
    }
  };

  private static final java.util.Comparator<IncidentRow> BY_DAY =
      java.util.Comparator.comparing(IncidentRow::when).thenComparing(IncidentRow::id);

  abstract void print(List<String> incidents, PrintWriter out);

  /** Quoted where needed (RFC 4180). */
  private static String csv(List<String> cells) {
    return String.join(",", cells.stream().map(IncidentFormat::quoted).toList());
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}

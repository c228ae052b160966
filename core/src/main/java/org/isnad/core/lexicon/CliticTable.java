package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isnad.core.text.Normalizer;

/**
 * Every row of clitics that a word can carry, from {@code clitics/*.tsv}: combinations of
 * proclitics in their order, pronouns, and how a word's end changes before a pronoun.
 */
final class CliticTable {

  private static final String ARTICLE = "al";
  private static final String FOR = "l";

  /** The first letter of the Arabic alphabet, hamza. */
  private static final char FIRST_LETTER = '\u0621';

  private final List<Prefix> prefixes = new ArrayList<>();
  private final List<List<Prefix>> byFirst = new ArrayList<>();
  private final List<Suffix> suffixes = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();

  CliticTable(List<DataFile> files) {
    List<Proclitic> proclitics = new ArrayList<>();
    for (DataFile file : files) {
      if (file.path().equals("clitics/proclitics.tsv")) {
        readProclitics(Table.parse(file), proclitics);
      } else if (file.path().equals("clitics/enclitics.tsv")) {
        Table table = Table.parse(file);
        table
            .rows()
            .forEach(
                row ->
                    suffixes.add(new Suffix(folded(table, row, "arabic"), table.cell(row, "key"))));
      } else if (file.path().equals("clitics/joins.tsv")) {
        Table table = Table.parse(file);
        table
            .rows()
            .forEach(
                row ->
                    joins.add(new Join(folded(table, row, "joined"), folded(table, row, "free"))));
      }
    }
    combine(proclitics);
    prefixes.sort(
        Comparator.comparingInt((Prefix p) -> p.letters().length()).thenComparing(Prefix::letters));
    for (Prefix prefix : prefixes) {
      int first = prefix.letters().charAt(0) - FIRST_LETTER;
      while (byFirst.size() <= first) {
        byFirst.add(new ArrayList<>());
      }
      byFirst.get(first).add(prefix);
    }
    suffixes.sort(
        Comparator.comparingInt((Suffix s) -> -s.letters().length())
            .thenComparing(Suffix::letters));
  }

  /** Rows of proclitics that the first letter of the word allows, shortest first. */
  List<Prefix> prefixes(String word) {
    int first = word.isEmpty() ? -1 : word.charAt(0) - FIRST_LETTER;
    return first < 0 || first >= byFirst.size() ? List.of() : byFirst.get(first);
  }

  /** Letters of the article that the word opens with, or 0. */
  int article(String word) {
    for (Prefix prefix : prefixes(word)) {
      if (prefix.isArticle() && word.startsWith(prefix.letters())) {
        return prefix.letters().length();
      }
    }
    return 0;
  }

  /** Pronouns, longest first. */
  List<Suffix> suffixes() {
    return suffixes;
  }

  /** Changes of a word's end before a pronoun. */
  List<Join> joins() {
    return joins;
  }

  /**
   * A row of proclitics.
   *
   * @param letters folded letters to take off
   * @param restored letters to put back before what remains ("لل" hides the alef of the article)
   * @param clitics their keys
   * @param verbOnly whether only a present verb may follow
   * @param nominalOnly whether no verb may follow
   */
  record Prefix(
      String letters, String restored, Clitics clitics, boolean verbOnly, boolean nominalOnly) {

    /** Whether it is the article and nothing else. */
    boolean isArticle() {
      return clitics.isDefinite() && clitics.before().size() == 1;
    }

    boolean allowsAny(List<Form> forms) {
      for (Form form : forms) {
        if (allows(form.features())) {
          return true;
        }
      }
      return false;
    }

    boolean allows(Features features) {
      boolean verb = features.isVerb();
      return verb
          ? !nominalOnly && (!verbOnly || features.tense() == Features.Tense.PRESENT)
          : !verbOnly;
    }
  }

  /** A pronoun behind a word. */
  record Suffix(String letters, String key) {}

  /** Before a pronoun the word's end is {@code joined}, alone it is {@code free}. */
  record Join(String joined, String free) {}

  private record Proclitic(String key, String letters, int order, String before) {}

  private static void readProclitics(Table table, List<Proclitic> into) {
    for (Table.Row row : table.rows()) {
      if (!table.cell(row, "before").equals("none")) {
        int order = Integer.parseInt(table.cell(row, "order"));
        into.add(
            new Proclitic(
                table.cell(row, "key"),
                folded(table, row, "arabic"),
                order,
                table.cell(row, "before")));
      }
    }
    into.sort(Comparator.comparingInt(Proclitic::order).thenComparing(Proclitic::key));
  }

  private void combine(List<Proclitic> all) {
    List<List<Proclitic>> rows = new ArrayList<>();
    rows.add(List.of());
    for (Proclitic next : all) {
      for (List<Proclitic> row : List.copyOf(rows)) {
        if (row.isEmpty()
            || row.getLast().order() < next.order() && !row.getLast().before().equals("present")) {
          List<Proclitic> longer = new ArrayList<>(row);
          longer.add(next);
          rows.add(longer);
        }
      }
    }
    rows.stream().filter(row -> !row.isEmpty()).forEach(this::addPrefix);
  }

  private void addPrefix(List<Proclitic> row) {
    StringBuilder letters = new StringBuilder();
    row.forEach(p -> letters.append(p.letters()));
    Clitics clitics = new Clitics(row.stream().map(Proclitic::key).toList(), "");
    boolean verbOnly = row.getLast().before().equals("present");
    boolean nominalOnly = row.stream().anyMatch(p -> p.before().equals("nominal"));
    boolean forThe = clitics.has(FOR) && clitics.has(ARTICLE);
    if (!forThe) {
      prefixes.add(new Prefix(letters.toString(), "", clitics, verbOnly, nominalOnly));
      return;
    }
    Proclitic article = row.getLast();
    String lam = article.letters().substring(1);
    String before = letters.substring(0, letters.length() - article.letters().length());
    prefixes.add(new Prefix(before + lam, "", clitics, false, true));
    List<String> withoutArticle = clitics.before().subList(0, clitics.before().size() - 1);
    prefixes.add(
        new Prefix(before + lam, article.letters(), new Clitics(withoutArticle, ""), false, true));
    if (before.endsWith(lam)) {
      // before a word that starts with lam the article's lam is not written a third time
      prefixes.add(new Prefix(before, "", clitics, false, true));
    }
  }

  private static String folded(Table table, Table.Row row, String column) {
    return Normalizer.fold(table.cell(row, column));
  }
}

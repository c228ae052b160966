package org.isnad.core.incident;

import java.time.LocalDate;
import java.util.List;
import org.isnad.core.article.ArticleId;
import org.isnad.core.report.Chain;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a value, where, and through whom.
 *
 * @param report id of the report
 * @param article its article
 * @param outlet who published it, as the input names it, or null
 * @param published last day on which it can have been published, or null
 * @param chain from the outlet inward to whoever speaks, or null where the outlet narrates
 * @param span the words that give the value, or null where none do
 */
public record Testimony(
    String report,
    ArticleId article,
    @Nullable String outlet,
    @Nullable LocalDate published,
    @Nullable Chain chain,
    @Nullable Span span) {

  /** A key of whoever speaks: equal for the same innermost source, however it came to be quoted. */
  String speaker() {
    return chain == null ? narrator() : key(chain.speaker());
  }

  /** The name of whoever speaks, as the chain gives it; the outlet's where it narrates. */
  String speakerName() {
    String narrator = outlet == null ? article.toString() : outlet;
    return chain == null ? narrator : chain.speaker().name();
  }

  /** Keys of those through whom the words came, the speaker left out. */
  List<String> through() {
    return chain == null
        ? List.of()
        : chain.links().subList(0, chain.links().size() - 1).stream().map(Testimony::key).toList();
  }

  private String narrator() {
    return outlet == null ? "article/" + article : "name/" + fold(outlet);
  }

  private static String key(Chain.Link link) {
    return link.id() != null ? "id/" + link.id() : "name/" + fold(link.name());
  }

  private static String fold(String name) {
    return org.isnad.core.text.Normalizer.fold(name).strip();
  }
}

package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.party.Naming;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Who has spoken in an article so far, and who is meant by "the source", "the statement" or a
 * surname.
 */
final class Speakers {

  /** How many earlier speakers are looked through; articles name some dozen. */
  private static final int REACH = 24;

  private final List<SourceMention> spoken = new ArrayList<>();

  /** The words of the names of all persons who have spoken, without articles. */
  private final Set<String> names = new HashSet<>();

  /** Remembers a speaker. */
  void add(SourceMention speaker) {
    spoken.add(speaker);
    if (speaker.kind() == Kind.PERSON) {
      for (String word : Normalizer.fold(speaker.name()).split(" ")) {
        names.add(firstWord(word));
      }
    }
  }

  /** The last speaker, or null. */
  @Nullable SourceMention last() {
    return spoken.isEmpty() ? null : spoken.getLast();
  }

  /**
   * An earlier speaker whom definite words at {@code at} mean ("المصدر ذاته", "المتحدث"), as a
   * mention here.
   */
  @Nullable SourceMention again(AnalyzedText text, int at) {
    Label same = sameLabel(text, at);
    if (same != null) {
      SourceMention before = matching(firstWord(text.token(at).norm()), false);
      return here(text, at, same.end(), before == null ? last() : before);
    }
    Label noun = definite(text, at);
    if (noun == null) {
      return null;
    }
    boolean body = noun.list().equals("body-words");
    SourceMention before = matching(firstWord(text.token(at).norm()), body);
    if (before == null && noun.entry().is("document", "yes")) {
      before = withMedium(noun.entry().attribute("medium"));
    }
    return here(text, at, noun.end(), before);
  }

  private static @Nullable Label sameLabel(AnalyzedText text, int at) {
    Label label = text.token(at).label("unnamed");
    return label != null && label.entry().is("same", "yes") ? label : null;
  }

  private static @Nullable Label definite(AnalyzedText text, int at) {
    for (String list : List.of("unnamed", "titles", "body-words", "speech-nouns")) {
      Label label = text.token(at).label(list);
      if (label != null
          && !label.clitics().hasPronoun()
          && Normalizer.opensWithArticle(text.token(at).norm())) {
        return label;
      }
    }
    return null;
  }

  private @Nullable SourceMention matching(String word, boolean body) {
    for (int i = spoken.size() - 1; i >= Math.max(0, spoken.size() - REACH); i--) {
      SourceMention speaker = spoken.get(i);
      if (body && speaker.kind() == Kind.PERSON) {
        continue;
      }
      if (hasWord(speaker.name(), word)
          || speaker.role() != null && hasWord(speaker.role(), word)) {
        return speaker;
      }
    }
    return null;
  }

  /** Whoever made the last statement of this kind; else the last body that spoke. */
  private @Nullable SourceMention withMedium(String medium) {
    SourceMention body = null;
    for (int i = spoken.size() - 1; i >= Math.max(0, spoken.size() - REACH); i--) {
      SourceMention speaker = spoken.get(i);
      if (medium.equals(speaker.medium())) {
        return speaker;
      }
      body = body == null && speaker.kind() == Kind.ORGANISATION ? speaker : body;
    }
    return body;
  }

  private static boolean hasWord(String name, String word) {
    for (String part : Normalizer.fold(name).split(" ")) {
      if (firstWord(part).equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** The word without the article. */
  private static String firstWord(String folded) {
    return Normalizer.opensWithArticle(folded) ? folded.substring(2) : folded;
  }

  private static @Nullable SourceMention here(
      AnalyzedText text, int first, int end, @Nullable SourceMention before) {
    if (before == null) {
      return null;
    }
    return new SourceMention(
        text.span(first, end),
        new TokenRange(first, end),
        before.name(),
        before.id(),
        before.kind(),
        before.role(),
        before.medium(),
        Derivation.byRule("source/antecedent"));
  }

  /** Whether somebody of this name, or with it as part of the name, has spoken. */
  boolean knows(String name) {
    return names.contains(firstWord(Normalizer.fold(name)));
  }

  /** The earlier speaker whose name, or part of it, stands in these tokens, as a mention here. */
  @Nullable SourceMention named(AnalyzedText text, int first, int end) {
    String name = Naming.of(text, first, end);
    if (!knows(name)) {
      return null;
    }
    SourceMention here =
        new SourceMention(
            text.span(first, end),
            new TokenRange(first, end),
            name,
            null,
            Kind.PERSON,
            null,
            null,
            Derivation.byRule("source/antecedent"));
    return fuller(here);
  }

  /**
   * The speaker under the full name and office that the article gave before, where only a surname
   * stands here.
   */
  SourceMention fuller(SourceMention speaker) {
    if (speaker.kind() != Kind.PERSON) {
      return speaker;
    }
    String short1 = Normalizer.fold(speaker.name());
    for (int i = spoken.size() - 1; i >= Math.max(0, spoken.size() - REACH); i--) {
      SourceMention before = spoken.get(i);
      String full = Normalizer.fold(before.name());
      boolean same =
          full.length() > short1.length()
              && (full.endsWith(" " + short1) || full.startsWith(short1 + " "));
      if (before.kind() == Kind.PERSON && (same || full.equals(short1))) {
        String role = speaker.role() == null ? before.role() : speaker.role();
        return new SourceMention(
            speaker.span(),
            speaker.tokens(),
            before.name(),
            before.id(),
            Kind.PERSON,
            role,
            speaker.medium(),
            speaker.derivation());
      }
    }
    return speaker;
  }
}

package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Clitics;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.lexicon.Form;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Lexicon.Node;
import org.isnad.core.lexicon.Lexicon.Reading;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Finds names that the register knows, also where quotation marks stand inside them. */
final class RegisteredNames {

  /** How the ids of a state's own end. */
  private static final List<String> OF_STATES =
      List.of("-army", "-air-force", "-navy", "-police", "-government");

  private static final String LOADED_WORDS = "loaded-words";
  private static final String WEAK = "weak-names";
  private static final String PLACES = "places";

  /** Words of the longest name in the register, marks around each included. */
  private static final int LONGEST = 14;

  private final Lexicon lexicon;
  private final PartyRegister register;

  RegisteredNames(Lexicon lexicon, PartyRegister register) {
    this.lexicon = lexicon;
    this.register = register;
  }

  /** The longest known name that starts at {@code at}, or null. */
  @Nullable Phrase at(AnalyzedText text, int at) {
    Hit hit = labelled(text.token(at));
    if (hasMarkBehind(text, at)) {
      Hit marked = marked(text, at);
      if (marked != null && (hit == null || marked.end() > hit.end())) {
        hit = marked;
      }
    }
    if (hit == null || isInsidePlace(text, at, hit.end())) {
      return null;
    }
    return phrase(text, at, hit);
  }

  private record Hit(Entry entry, Clitics clitics, int end) {}

  private static @Nullable Hit labelled(Token token) {
    if (token.cannotBe(PartyRegister.NEUTRAL) && token.cannotBe(PartyRegister.LOADED)) {
      return null;
    }
    Hit best = null;
    for (Label label : token.labels()) {
      if (isName(label.list()) && (best == null || label.end() > best.end())) {
        best = new Hit(label.entry(), label.clitics(), label.end());
      }
    }
    return best;
  }

  private static boolean isName(String list) {
    return list.equals(PartyRegister.NEUTRAL) || list.equals(PartyRegister.LOADED);
  }

  /** Whether a name with marks inside may start at the token. */
  boolean mayBeMarked(AnalyzedText text, int at) {
    if (!hasMarkBehind(text, at)) {
      return false;
    }
    for (Reading reading : text.token(at).readings()) {
      if (reading.node().goesOn()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMarkBehind(AnalyzedText text, int at) {
    int end = text.sentenceOf(at).end();
    return at + 1 < end && Naming.isMark(text.token(at + 1))
        || at + 2 < end && Naming.isMark(text.token(at + 2));
  }

  private @Nullable Hit marked(AnalyzedText text, int at) {
    Hit best = null;
    for (Reading reading :
        text.token(at).isWord() ? text.token(at).readings() : List.<Reading>of()) {
      Hit hit = marked(text, at, reading);
      if (hit != null && (best == null || hit.end() > best.end())) {
        best = hit;
      }
    }
    return best;
  }

  private @Nullable Hit marked(AnalyzedText text, int at, Reading reading) {
    Hit best = null;
    Node node = reading.node();
    int end = Math.min(text.sentenceOf(at).end(), at + LONGEST);
    for (int i = at + 1; i < end && node != null; i++) {
      if (isQuote(text.token(i))) {
        continue;
      }
      node = lexicon.next(node, text.token(i).form(), reading.definite());
      for (Form form : node == null ? List.<Form>of() : node.forms()) {
        if (isName(form.entry().list())) {
          best = new Hit(form.entry(), reading.clitics(), withClosing(text, at, i + 1, end));
        }
      }
    }
    return best;
  }

  private static boolean isQuote(Token token) {
    return Naming.isMark(token) && "\"'“”„‟«»‹›‘’()[]/".indexOf(token.surface().charAt(0)) >= 0;
  }

  /** A mark that was opened inside the name closes with it. */
  private static int withClosing(AnalyzedText text, int first, int end, int limit) {
    int open = 0;
    for (int i = first; i < end; i++) {
      open += isQuote(text.token(i)) ? 1 : 0;
    }
    return open % 2 == 1 && end < limit && isQuote(text.token(end)) ? end + 1 : end;
  }

  /** Whether the words are only part of a longer name of a place, as the lion is in Ain al-Asad. */
  private static boolean isInsidePlace(AnalyzedText text, int first, int end) {
    int from = Math.max(text.sentenceOf(first).first(), first - 4);
    for (int i = from; i <= first; i++) {
      Label place = text.token(i).label(PLACES);
      if (place != null && place.end() >= end && place.size() > end - first) {
        return true;
      }
    }
    return false;
  }

  private Phrase phrase(AnalyzedText text, int at, Hit hit) {
    RegisteredParty party = register.party(hit.entry().key());
    String kind = hit.entry().attribute("kind");
    Label label = new Label(hit.entry(), Features.AS_LISTED, hit.clitics(), at, hit.end());
    Label weak = text.token(at).label(WEAK);
    boolean isWeak = weak != null && weak.end() == hit.end();
    if (party == null || hit.entry().list().equals(PartyRegister.NEUTRAL)) {
      String name = Naming.of(text, at, hit.end(), label);
      return new Phrase(
          at,
          hit.end(),
          name,
          hit.entry().key(),
          kind,
          List.of(),
          "party/registered",
          List.of(label),
          isWeak,
          false);
    }
    return loaded(text, at, hit, label, party);
  }

  private Phrase loaded(AnalyzedText text, int at, Hit hit, Label label, RegisteredParty party) {
    List<String> framing = new ArrayList<>();
    boolean strong = false;
    int first = at;
    int end = hit.end();
    for (int i = at; i < hit.end(); i++) {
      if (isLoadedWord(text.token(i))) {
        framing.add(i == at ? Naming.of(text, at, at + 1, label) : text.token(i).surface());
        strong |= isStrong(text.token(i));
      }
    }
    while (first < end && isStrong(text.token(first))) {
      first++;
    }
    while (end > first && isStrong(text.token(end - 1))) {
      end--;
    }
    String own = Naming.of(text, at, hit.end(), label);
    if (framing.isEmpty()) {
      framing.add(own);
    }
    String name = strong ? reworded(text, at, first, end, label, party) : own;
    String kind = hit.entry().attribute("kind");
    return new Phrase(
        at,
        hit.end(),
        name,
        party.id(),
        kind,
        framing,
        "party/loaded-name",
        List.of(label),
        false,
        !name.equals(own));
  }

  /** {@code yemen} of {@code yemen-army}. */
  private static String country(String party) {
    for (String end : OF_STATES) {
      if (party.endsWith(end)) {
        return party.substring(0, party.length() - end.length());
      }
    }
    return party;
  }

  /**
   * A name for words that judge: what is left without them where that names the party, the head
   * noun with the country's adjective ("قوات الاحتلال" becomes "القوات الإسرائيلية"), or the
   * register's neutral name.
   */
  private String reworded(
      AnalyzedText text, int at, int first, int end, Label label, RegisteredParty party) {
    Label rest = first < end ? text.token(first).label(PartyRegister.NEUTRAL) : null;
    if (rest != null && rest.end() <= end) {
      return first == at ? Naming.of(text, first, end, label) : Naming.of(text, first, end);
    }
    Label head = text.token(at).label("forces");
    String country = country(party.id());
    Entry adjective = lexicon.entry("nationalities", country);
    if (head == null || first > at || adjective == null || head.entry().is("loaded", "yes")) {
      return party.name();
    }
    if (head.entry().is("persons", "yes")) {
      return Naming.of(text, at, at + 1, label) + " " + register.genitive(party);
    }
    boolean feminine =
        head.features().number() == Num.PLURAL
            || head.entry().is("inflect", "nf")
            || head.entry().is("feminine", "yes");
    String words = Normalizer.withArticle(Naming.of(text, at, at + 1, label));
    return words + " " + adjective.attribute(feminine ? "definite-f" : "definite-m");
  }

  /**
   * Whether the word judges so that no neutral report would print it; milder ones stay in the name.
   */
  private static boolean isStrong(Token token) {
    Label label = token.label(LOADED_WORDS);
    return label != null && label.size() == 1 && !label.entry().is("mild", "yes");
  }

  static boolean isLoadedWord(Token token) {
    Label label = token.label(LOADED_WORDS);
    return label != null && label.size() == 1;
  }
}

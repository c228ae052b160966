package org.isnad.core.mention.party;

import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Clitics;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.lexicon.FormQuestion;
import org.isnad.core.lexicon.WordForm;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Normalizer;

/** Tells which words can be part of the name of a person or of an unknown group. */
final class NameStops {

  private static final String STOPS = "name-stops";
  private static final List<String> FOLDERS =
      List.of(
          "time/",
          "number/",
          "event/",
          "weapon/",
          "casualty/",
          "count/",
          "milestone/",
          "reuse/",
          "toll/");
  private static final Set<String> LISTS =
      Set.of(
          "according-to",
          "content-markers",
          "narration",
          "media",
          "backing-words",
          "body-words",
          "force-adjectives",
          "forces",
          "group-words",
          "nationalities",
          "person-roles",
          "unnamed",
          "speech-nouns",
          "no-claim",
          "titles",
          "unit-words",
          "loaded-words");

  /** Whether a word, known by itself alone, can be part of a person's name. */
  private static final FormQuestion PERSONAL = FormQuestion.of(NameStops::canBePersonal);

  private NameStops() {}

  /** Whether no name goes on at this token. */
  static boolean ends(Token token) {
    if (!token.isWord()) {
      return true;
    }
    if (token.cannotBe(STOPS)) {
      return false;
    }
    for (Label label : token.labels()) {
      if (label.list().equals(STOPS) && !label.clitics().isDefinite()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the token can be part of a person's name: it is known as nothing that persons are not
   * named.
   */
  static boolean canBePersonal(Token token) {
    WordForm form = token.formAlone();
    if (form != null) {
      return form.answer(PERSONAL);
    }
    if (ends(token)) {
      return false;
    }
    for (Label label : token.labels()) {
      boolean event = label.list().equals("event-nouns");
      if ((label.size() == 1 || event)
          && isCommon(label.entry(), label.features(), label.clitics())) {
        return false;
      }
    }
    return true;
  }

  private static boolean canBePersonal(WordForm form) {
    if (form.kind() != Words.Kind.WORD) {
      return false;
    }
    for (WordForm.Sense sense : form.senses()) {
      boolean stops = sense.entry().list().equals(STOPS) && !sense.clitics().isDefinite();
      if (stops || isCommon(sense.entry(), sense.features(), sense.clitics())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a definite adjective of relation ("الحربي", "العراقي") behind one word that can only be
   * a given name is a surname.
   */
  static boolean canBeSurname(Token token, Token given) {
    boolean plain = given.isUnknown() || given.is("given-names");
    return plain
        && (token.is("force-adjectives") || token.is("nationalities"))
        && !token.is("name-stops")
        && Normalizer.opensWithArticle(token.norm())
        && !Normalizer.opensWithArticle(given.norm())
        && Normalizer.endsWithDottedYeh(token.surface());
  }

  /**
   * Whether the preposition "on", written with a dotted yeh, can be the first name Ali that is
   * spelled alike; only the words around it can tell.
   */
  static boolean canBeAli(Token token) {
    return token.is(STOPS, "on") && Normalizer.endsWithDottedYeh(token.surface());
  }

  /** Whether the label is that of a finite verb of speech with nothing written together with it. */
  static boolean isSpeechVerb(Label label) {
    return isSpeechVerb(label.entry(), label.features(), label.clitics());
  }

  private static boolean isSpeechVerb(Entry entry, Features features, Clitics clitics) {
    return entry.list().equals("speech-verbs")
        && features.part() != Part.MASDAR
        && !clitics.hasPronoun()
        && !clitics.has("s")
        && !clitics.isDefinite();
  }

  private static boolean isCommon(Entry entry, Features features, Clitics clitics) {
    boolean addressed =
        (entry.list().equals("agencies") || entry.list().equals("outlets")) && clitics.has("l");
    boolean toYou = clitics.pronoun().equals("k");
    return !toYou
        && (addressed
            || LISTS.contains(entry.list())
            || isSpeechVerb(entry, features, clitics)
            || isTold(entry));
  }

  /**
   * Whether the label is of a word for times, numbers, events, weapons or losses: what news tells,
   * not who.
   */
  static boolean isTold(Label label) {
    return isTold(label.entry());
  }

  private static boolean isTold(Entry entry) {
    String file = entry.file();
    for (String folder : FOLDERS) {
      if (file.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }
}

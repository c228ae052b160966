package org.isnad.core.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.mention.PartyMention;

/**
 * Tells what an article on another matter says in the words of war: on a match, a market, a film or
 * a disaster (codebook section 1, metaphors and accidents). What has a weapon, the dead or somebody
 * who fights beside it stays, whatever the article is about.
 */
final class OtherMatter {

  private static final String TOPICS = "event-topics";

  /**
   * Words of one topic from which an article is on it; an article of war that ends with a line of
   * sport has one or two.
   */
  private static final int WORDS = 4;

  /** Tokens of text for each word of the topic, at most: a long article needs more words. */
  private static final int TOKENS_PER_WORD = 60;

  /** Sentences of a text that tell what its title is about. */
  private static final int LEAD = 4;

  private final AnalyzedText text;
  private final Mentions mentions;

  OtherMatter(AnalyzedText text, Mentions mentions) {
    this.text = text;
    this.mentions = mentions;
  }

  /** Takes away what is told in an article on another matter, and a title on an accident. */
  void clear(List<Draft> drafts) {
    if (drafts.stream().anyMatch(d -> !isBare(d)) && drafts.stream().noneMatch(this::isTitle)) {
      return;
    }
    boolean other = isOnOtherMatter();
    boolean lone = drafts.stream().allMatch(d -> isTitle(d) || Concreteness.isSoft(d));
    boolean accident = lone && tellsOfAccident();
    drafts.removeIf(d -> other && isBare(d) || accident && isTitle(d));
  }

  /** "three killed on the road to the sea": killing without a word for an attack. */
  private boolean isTitle(Draft draft) {
    return draft.inTitle
        && draft.words.stream().allMatch(w -> w.label().list().equals("casualty-words"));
  }

  private boolean tellsOfAccident() {
    int last = Math.min(LEAD, text.sentences().size()) - 1;
    int end = last < 0 ? 0 : text.sentences().get(last).end();
    boolean accident = false;
    for (int i = 0; i < end; i++) {
      Token token = text.token(i);
      Label mishap = token.label("mishaps");
      boolean named =
          mishap != null
              && (mishap.entry().is("class", "animal") || mishap.entry().is("class", "rescue"));
      accident |= named || token.is("accidents");
      if (token.is("event-conflict") || token.is("event-nouns", "gunfire")) {
        return false;
      }
    }
    return accident;
  }

  /** No weapon, no dead and no hurt, no party that fights in a sentence about it. */
  private boolean isBare(Draft draft) {
    return !draft.inTitle
        && !Concreteness.isSoft(draft)
        && draft.tolls.isEmpty()
        && draft.weapons.isEmpty()
        && draft.evidence.stream().noneMatch(this::isOfWar);
  }

  private boolean isOfWar(Sentence sentence) {
    if (new ArmedContext(mentions).isOfWar(sentence)) {
      return true;
    }
    for (PartyMention party :
        Mentions.within(mentions.parties(), sentence.first(), sentence.end())) {
      if (party.kind().equals("police") || party.kind().equals("security-service")) {
        return true;
      }
    }
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Label role = text.token(i).label("person-roles");
      boolean fighter =
          role != null
              && role.entry().is("class", "militant")
              && !role.entry().is("of", "yes")
              && !role.entry().is("attacker", "yes")
              && !role.entry().is("leads", "yes")
              && role.features().number() != Num.SINGULAR;
      if (fighter || text.token(i).is("event-conflict")) {
        return true;
      }
    }
    return false;
  }

  private boolean isOnOtherMatter() {
    Map<String, Integer> words = new TreeMap<>();
    for (int i = 0; i < text.size(); i++) {
      Label topic = text.token(i).label(TOPICS);
      if (topic != null && !topic.entry().is("topic", "crime")) {
        words.merge(topic.entry().attribute("topic"), 1, Integer::sum);
      }
    }
    int least = Math.max(WORDS, text.size() / TOKENS_PER_WORD);
    return words.values().stream().anyMatch(n -> n >= least);
  }
}

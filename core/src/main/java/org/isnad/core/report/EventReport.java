package org.isnad.core.report;

import java.util.List;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What one article says of one event, or of one counted series of events (codebook section 1).
 *
 * @param article whose report it is
 * @param number counts the article's reports from 1, in text order of their cues
 * @param type what happened
 * @param scope one event or a sum
 * @param status how firmly
 * @param count how many events, or null
 * @param time when, still in words
 * @param place where, or null where the article does not say
 * @param actors who acted
 * @param targets whom or what it was aimed at
 * @param weapons with what
 * @param outcomes with what result
 * @param killed dead, attackers apart; null where not mentioned
 * @param injured hurt; null where not mentioned
 * @param attackersKilled dead attackers; null where not mentioned
 * @param figures every figure given with who gives it
 * @param chains who says so, one a speaker
 * @param claimedBy who says "we did it"
 * @param accused whom somebody blames
 * @param deniedBy who denies it
 * @param main whether it is the article's news
 * @param cue the words of the text that name the event, or null where only the title does
 * @param titleCue the same as a span of the title, or null
 * @param evidence every span of the text that speaks of the event
 * @param apart numbers of the article's other reports that the text tells apart from this one
 * @param derivations the rules that produced the report and its slots
 */
public record EventReport(
    ArticleId article,
    int number,
    EventType type,
    Scope scope,
    Status status,
    @Nullable Quantity count,
    EventTime time,
    @Nullable PlaceMention place,
    List<Party> actors,
    List<Party> targets,
    List<Weapon> weapons,
    Set<Outcome> outcomes,
    @Nullable Toll killed,
    @Nullable Toll injured,
    @Nullable Toll attackersKilled,
    List<Figure> figures,
    List<Chain> chains,
    List<Party> claimedBy,
    List<Party> accused,
    List<Party> deniedBy,
    boolean main,
    @Nullable Span cue,
    @Nullable Span titleCue,
    List<Span> evidence,
    List<Integer> apart,
    List<Derivation> derivations) {

  /** The report's id, unique among all articles: {@code ARTICLE/NUMBER}. */
  public String id() {
    return article + "/" + number;
  }
}

package org.isnad.core.pipeline;

import java.util.List;
import java.util.function.Predicate;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.count.CountFinder;
import org.isnad.core.mention.party.PartyFinder;
import org.isnad.core.mention.place.PlaceFinder;
import org.isnad.core.mention.source.AttributionReader;
import org.isnad.core.mention.source.Attributions;
import org.isnad.core.mention.time.TimeFinder;
import org.isnad.core.mention.weapon.WeaponFinder;
import org.isnad.core.report.Mentions;
import org.isnad.core.report.OutcomeReader;
import org.isnad.core.report.TollReader;

/** Runs all finders over a text, each after those whose mentions it needs. */
final class MentionReader {

  private final TimeFinder times;
  private final CountFinder counts = new CountFinder();
  private final PartyFinder parties;
  private final PlaceFinder places;
  private final WeaponFinder weapons = new WeaponFinder();
  private final TollReader tolls;
  private final OutcomeReader outcomes = new OutcomeReader();
  private final AttributionReader attributions;

  MentionReader(Knowledge knowledge) {
    this.times = new TimeFinder(knowledge.rules("time"), knowledge.lexicon());
    this.parties = new PartyFinder(knowledge.lexicon(), knowledge.parties());
    this.places = new PlaceFinder(knowledge.gazetteer());
    this.tolls = new TollReader(knowledge.lexicon());
    this.attributions = new AttributionReader(knowledge.lexicon(), knowledge.parties());
  }

  /** Only the expressions of time. */
  List<TimeExpression> times(AnalyzedText text) {
    return times.find(text);
  }

  Mentions read(AnalyzedText text, Predicate<Sentence> isRunning) {
    List<TimeExpression> when = times.find(text);
    List<CountMention> numbers = counts.find(text, when);
    List<PartyMention> who = parties.find(text, numbers);
    List<PlaceMention> where = places.find(text, who);
    List<WeaponMention> with = weapons.find(text, numbers);
    Attributions said = attributions.read(text, who, isRunning);
    return new Mentions(
        when,
        where,
        numbers,
        who,
        with,
        tolls.read(text, numbers),
        outcomes.read(text, with),
        said);
  }
}

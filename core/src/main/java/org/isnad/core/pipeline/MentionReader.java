package org.isnad.core.pipeline;

import java.util.List;
import java.util.function.Predicate;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.count.CountFinder;
import org.isnad.core.mention.party.PartyFinder;
import org.isnad.core.mention.place.PlaceFinder;
import org.isnad.core.mention.source.AttributionReader;
import org.isnad.core.mention.time.TimeFinder;
import org.isnad.core.mention.weapon.WeaponFinder;
import org.isnad.core.report.Mentions;
import org.isnad.core.report.OutcomeReader;
import org.isnad.core.report.TollReader;

/** Runs the finders over a text, each over what it is asked for, with those that it needs. */
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
    List<WeaponMention> with = weapons.find(text, numbers);
    return new Mentions(
        when,
        places.find(text, who),
        numbers,
        who,
        with,
        () -> tolls.read(text, numbers),
        () -> outcomes.read(text, with),
        () -> attributions.read(text, who, isRunning));
  }
}

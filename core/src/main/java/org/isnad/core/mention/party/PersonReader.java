package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads persons: offices with or without a name behind them ("وزير الدفاع الأميركي", "العميد سامي
 * الحداد"), names with an office behind them ("هالة منصور، الناطقة باسم …"), and office holders
 * that the register knows. Immutable.
 */
public final class PersonReader {

  /** Longest personal name in words. */
  private static final int LONGEST_NAME = 5;

  /** Offices, ranks and forms of address before one name. */
  private static final int MOST_TITLES = 4;

  private static final String TITLES = "titles";
  private static final String OFFICIAL = "official";

  /** Letters of names that begin with the letter of "for", such as Lutfi. */
  private static final int SHORT_NAME = 4;

  private final PartyPhrases phrases;

  /** A reader that knows these words and parties. */
  public PersonReader(Lexicon lexicon, PartyRegister register) {
    this.phrases = new PartyPhrases(lexicon, register);
  }

  /** The person named from {@code at} on by office or in the register, or null. */
  public @Nullable Person at(AnalyzedText text, int at) {
    return at(text, at, phrases.at(text, at));
  }

  /**
   * The same.
   *
   * @param phrase the party's phrase that starts at {@code at}, or null
   */
  @Nullable Person at(AnalyzedText text, int at, @Nullable Phrase phrase) {
    Person titled = titled(text, at);
    if (titled != null) {
      return titled;
    }
    Phrase known = official(phrase);
    if (known != null && !known.weak() && !goesOn(text, known)) {
      return withApposition(
          text, new Person(at, known.end(), known.name(), null, known.id(), List.of(), true));
    }
    return described(text, at);
  }

  /**
   * The person named from {@code at} on where the place in the sentence shows that somebody is
   * named, as behind a verb of speech; unknown words are then read as a name.
   */
  public @Nullable Person speakerAt(AnalyzedText text, int at) {
    Person person = at(text, at);
    if (person != null) {
      return person;
    }
    Phrase known = official(text, at);
    int end = known == null ? nameEnd(text, at) : known.end();
    if (end == at) {
      return null;
    }
    if (known != null && goesOn(text, known)) {
      end = nameEnd(text, at);
    }
    String id = known == null || end > known.end() ? null : known.id();
    return withApposition(
        text, new Person(at, end, Naming.of(text, at, end), null, id, List.of(), true));
  }

  /** Another person's name that starts as one that is known: a surname of unknown words follows. */
  private static boolean goesOn(AnalyzedText text, Phrase known) {
    int next = known.end();
    return next < text.sentenceOf(known.first()).end()
        && text.token(next).isUnknown()
        && Normalizer.opensWithArticle(text.token(next).norm())
        && NameStops.canBePersonal(text.token(next));
  }

  private @Nullable Phrase official(AnalyzedText text, int at) {
    return official(phrases.at(text, at));
  }

  private static @Nullable Phrase official(@Nullable Phrase phrase) {
    return phrase != null
            && phrase.kind().equals(OFFICIAL)
            && phrase.rule().equals("party/registered")
        ? phrase
        : null;
  }

  private @Nullable Person titled(AnalyzedText text, int at) {
    Label title = title(text, at);
    if (title == null) {
      return null;
    }
    List<String> framing = new ArrayList<>();
    int roleEnd = at;
    boolean office = false;
    Label next = title;
    Label last = title;
    for (int n = 0; next != null && n < MOST_TITLES; n++) {
      if (next.entry().is("loaded", "yes")) {
        framing.add(Naming.of(text, next.first(), next.end(), next));
      }
      int complement = complement(text, next);
      office |= next.entry().is("of", "yes") && complement > next.end() || next.size() > 1;
      roleEnd = Math.max(roleEnd, complement);
      int behind = skipComma(text, roleEnd);
      next = behind < text.sentenceOf(at).end() ? title(text, behind) : null;
      boolean follows = next != null && (isAddress(next) || isAddress(title) && behind == roleEnd);
      next = follows && !Constructs.hasPreposition(text.token(behind)) ? next : null;
      last = next == null ? last : next;
    }
    return named(text, at, title, roleEnd, office, isAddress(last), framing);
  }

  private @Nullable Person named(
      AnalyzedText text,
      int at,
      Label title,
      int roleEnd,
      boolean office,
      boolean close,
      List<String> framing) {
    String role = Naming.of(text, at, roleEnd, title);
    int limit = text.sentenceOf(at).end();
    for (int start : new int[] {roleEnd, skipComma(text, roleEnd)}) {
      Phrase known = start < limit ? official(text, start) : null;
      int end = known != null ? known.end() : start == roleEnd ? titledNameEnd(text, start) : start;
      boolean surname = start < limit && Normalizer.opensWithArticle(text.token(start).norm());
      boolean enough = known != null || close || surname && start == title.end() || end > start + 1;
      if (end > start && enough) {
        String id = known == null ? null : known.id();
        return new Person(at, end, Naming.of(text, start, end), role, id, framing, true);
      }
    }
    int seated = behindSeat(text, roleEnd, limit);
    int comma = skipComma(text, seated);
    int name = comma > seated && comma < limit ? behindAddress(text, comma, limit) : comma;
    int end = comma > seated && office ? titledNameEnd(text, name) : name;
    if (end >= name + 2 && end < limit && Naming.isMark(text.token(end))) {
      return new Person(at, end, Naming.of(text, name, end), role, null, framing, true);
    }
    int seatedEnd = comma == seated && seated > roleEnd ? titledNameEnd(text, seated) : seated;
    if (office && seatedEnd >= seated + 2 && closesName(text, seatedEnd, limit)) {
      return new Person(
          at, seatedEnd, Naming.of(text, seated, seatedEnd), role, null, framing, true);
    }
    return office ? new Person(at, roleEnd, role, role, null, framing, false) : null;
  }

  /** Whether what is said begins here, or a comma stands: the name behind a seat is whole. */
  private static boolean closesName(AnalyzedText text, int at, int limit) {
    return at < limit && (text.token(at).is("content-markers") || text.token(at).isPunctuation());
  }

  /**
   * Ranks and forms of address stand before a name; another office behind a comma belongs to
   * another person.
   */
  private static boolean isAddress(Label title) {
    return title.entry().is("class", "rank") || title.entry().is("class", "address");
  }

  private static @Nullable Label title(AnalyzedText text, int at) {
    Label label = text.token(at).label(TITLES);
    boolean verbLike = label != null && label.clitics().hasPronoun();
    return verbLike ? null : label;
  }

  /** Number behind the body, place or branch whose office it is. */
  private int complement(AnalyzedText text, Label title) {
    int limit = text.sentenceOf(title.first()).end();
    int end = title.end();
    for (int steps = 0; end < limit && steps < 4; steps++) {
      int next = complementStep(text, title, end, limit);
      if (next == end || isAnother(text, title, end)) {
        break;
      }
      end = next;
    }
    return end;
  }

  /**
   * Whether a party that is joined by no preposition is another than the holder of the office:
   * behind "the Yemeni president" and "the army's spokesman" no construct goes on, so that it is
   * the object of the verb before ("accused the president the group").
   */
  private boolean isAnother(AnalyzedText text, Label title, int at) {
    Token last = text.token(at - 1);
    boolean closed =
        at > title.end()
            && (Constructs.isDefinite(last)
                || last.is("nationalities")
                || last.is("places")
                || last.is(PartyRegister.NEUTRAL));
    Phrase party = closed ? phrases.at(text, at) : null;
    return party != null && party.isBare() && !party.kind().equals(OFFICIAL);
  }

  private int complementStep(AnalyzedText text, Label title, int at, int limit) {
    Token token = text.token(at);
    boolean rank =
        title.entry().is("class", "rank")
            || title.entry().is("class", "address")
            || title.entry().is("class", "person");
    if (rank || !token.isWord()) {
      return at;
    }
    Label qualifier = token.label("title-qualifiers");
    if (qualifier != null) {
      return qualifier.end();
    }
    boolean plain = !Constructs.hasPreposition(token);
    if (plain
        && (token.is("nationalities") || token.is("force-adjectives") && !token.is("forces"))) {
      return at + 1;
    }
    if (!title.entry().is("of", "yes") && title.size() == 1) {
      return at;
    }
    boolean speaksFor = title.entry().is("speaks", "yes") && title.size() > 1;
    Label chief = speaksFor && at == title.end() && plain ? title(text, at) : null;
    if (chief != null && chief.entry().is("of", "yes") && !isAddress(chief)) {
      return complement(text, chief);
    }
    boolean whole = isWhole(text, title);
    boolean linked =
        token.is("name-stops", "in")
            || token.is("name-stops", "about")
            || token.is("name-stops", "from");
    int start = linked ? at + 1 : at;
    if (start >= limit || whole && !linked && plain) {
      return at;
    }
    Phrase party = phrases.at(text, start);
    if (party != null && !party.kind().equals("role")) {
      return party.kind().equals(OFFICIAL) ? at : party.end();
    }
    boolean first = at == title.end();
    boolean another = start == at && token.is(TITLES) && plain;
    Label body = token.label("body-words");
    boolean ofBody = token.is("group-words") || body != null && !body.entry().is("cites", "yes");
    if (!linked
        && !plain
        && ofBody
        && token.labels().stream().anyMatch(l -> l.clitics().has("l"))) {
      return body == null ? at + 1 : construct(text, title, start, at);
    }
    return another || !first || !linked && !plain ? at : construct(text, title, start, at);
  }

  /** Whether an office of several words ends in what it is over: "the army's", not "a hospital". */
  private static boolean isWhole(AnalyzedText text, Label title) {
    Token last = text.token(title.end() - 1);
    return title.size() > 1
        && (Normalizer.opensWithArticle(last.norm()) || last.is(PartyRegister.NEUTRAL));
  }

  private static int construct(AnalyzedText text, Label title, int start, int at) {
    Token token = text.token(start);
    Label body = token.label("body-words");
    if (body != null) {
      return Constructs.end(text, body.end(), body.clitics().isDefinite());
    }
    Label unit = token.label("unit-words");
    if (unit != null && unit.end() < text.sentenceOf(at).end()) {
      Label place = text.token(unit.end()).label("places");
      boolean named = unit.clitics().isDefinite() || NameStops.ends(text.token(unit.end()));
      return named ? unit.end() : place == null ? unit.end() + 1 : place.end();
    }
    Label place = token.label("places");
    if (place != null && (start > at || !title.clitics().isDefinite())) {
      return place.end();
    }
    if (start > at && Constructs.isDefinite(token) && !token.is(TITLES)) {
      return Constructs.end(text, start + 1, true);
    }
    boolean named = title.entry().is("speaks", "yes") && title.size() > 1;
    boolean own = start == at && (named || !title.clitics().isDefinite()) && !isWhole(text, title);
    return own ? Constructs.end(text, at, false) : at;
  }

  /** Past "Doctor" and "Colonel" before a name. */
  private static int behindAddress(AnalyzedText text, int at, int limit) {
    Label address = title(text, at);
    boolean form = address != null && isAddress(address) && address.end() < limit;
    return form && address != null ? address.end() : at;
  }

  /**
   * Past "in Idlib", "at the town's hospital" behind an office: where it is held stands before the
   * comma and the name.
   */
  private static int behindSeat(AnalyzedText text, int at, int limit) {
    boolean in = at + 1 < limit && text.token(at).is("name-stops", "in");
    int start = in ? at + 1 : at;
    if (start >= limit || !in && !hasPrefixedIn(text.token(start))) {
      return at;
    }
    Label body = text.token(start).label("body-words");
    Label unit = body == null ? text.token(start).label("unit-words") : body;
    if (unit != null && unit.end() < limit) {
      Label named = text.token(unit.end()).label("places");
      int end = Constructs.end(text, unit.end(), unit.clitics().isDefinite());
      return Math.min(limit, Math.max(end, named == null ? unit.end() : behindPlace(text, named)));
    }
    Label place = text.token(start).label("places");
    return place == null ? at : Math.min(limit, place.end());
  }

  /** A place with its adjective: "Tripoli Central". */
  private static int behindPlace(AnalyzedText text, Label place) {
    int end = place.end();
    boolean adjective =
        end < text.sentenceOf(place.first()).end()
            && text.token(end).isWord()
            && Normalizer.opensWithArticle(text.token(end).norm())
            && !text.token(end).is(TITLES);
    return adjective ? end + 1 : end;
  }

  private static boolean hasPrefixedIn(Token token) {
    return token.isWord() && token.labels().stream().anyMatch(l -> l.clitics().has("b"));
  }

  /** The same behind an office, where "Ali" opens a name if another part of one follows. */
  private static int titledNameEnd(AnalyzedText text, int at) {
    boolean ali =
        at + 1 < text.sentenceOf(Math.max(0, at - 1)).end()
            && NameStops.canBeAli(text.token(at))
            && NameStops.canBePersonal(text.token(at + 1));
    return ali ? Math.max(at + 1, nameEnd(text, at + 1)) : nameEnd(text, at);
  }

  private static int skipComma(AnalyzedText text, int at) {
    boolean comma = at < text.size() && isComma(text.token(at).givenSign());
    return comma ? at + 1 : at;
  }

  private static boolean isComma(char sign) {
    return sign == ',' || sign == '\u060C' || sign == '-' || sign == '–';
  }

  /**
   * Number behind a run of words that can be a personal name; quotation marks around it belong to
   * it.
   */
  private static int nameEnd(AnalyzedText text, int at) {
    if (at >= text.size()) {
      return at;
    }
    int limit = text.sentenceOf(at).end();
    boolean quoted =
        Naming.isMark(text.token(at)) && "\"“«'".indexOf(text.token(at).surface().charAt(0)) >= 0;
    int start = quoted ? at + 1 : at;
    if (start < limit && isParty(text.token(start))) {
      return at;
    }
    int i = start;
    while (i < limit
        && i - start < LONGEST_NAME
        && !isTold(text, i, start)
        && !isLetter(text.token(i))
        && (NameStops.canBePersonal(text.token(i))
            || i > start && isAli(text, i, limit)
            || isGiven(text, i, start, limit)
            || i == start + 1 && NameStops.canBeSurname(text.token(i), text.token(start)))) {
      i++;
    }
    if (i == start) {
      return at;
    }
    return quoted ? closed(text, i, limit, at) : i;
  }

  /** "عمر الحميري ل«الصحيفة»": one letter is a preposition before a mark, and no name. */
  private static boolean isLetter(Token token) {
    return token.norm().length() == 1;
  }

  /** "عمر الحميري لنجمة الشرق": behind two names an unknown word with "for" is who is told. */
  private static boolean isTold(AnalyzedText text, int at, int start) {
    if (at < start + 2) {
      return false;
    }
    Token token = text.token(at);
    return !token.is("given-names")
        && Normalizer.opensWithFor(token.norm())
        && (token.is("agencies")
            || token.is("outlets")
            || token.isUnknown() && token.norm().length() > SHORT_NAME);
  }

  /** Whether a given name that is also a common word stands beside another part of a name. */
  private static boolean isGiven(AnalyzedText text, int at, int start, int limit) {
    boolean given = text.token(at).is("given-names") && !Constructs.hasPreposition(text.token(at));
    boolean beside =
        at > start
            || at + 1 < limit
                && (NameStops.canBePersonal(text.token(at + 1))
                    || text.token(at + 1).is("given-names"));
    return given && beside;
  }

  /** Whether "Ali" goes on a name: another part of it, a comma or "that" follows. */
  private static boolean isAli(AnalyzedText text, int at, int limit) {
    if (!NameStops.canBeAli(text.token(at)) || at + 1 >= limit) {
      return false;
    }
    Token next = text.token(at + 1);
    return NameStops.canBePersonal(next) && Normalizer.opensWithArticle(next.norm())
        || next.is("content-markers")
        || next.isPunctuation();
  }

  /** Whether a body that is no person starts here. */
  private static boolean isParty(Token token) {
    Label known = token.label(PartyRegister.NEUTRAL);
    return token.is(PartyRegister.LOADED) || known != null && !known.entry().is("kind", OFFICIAL);
  }

  private static int closed(AnalyzedText text, int i, int limit, int at) {
    boolean closes =
        i < limit
            && Naming.isMark(text.token(i))
            && "\"”»'".indexOf(text.token(i).surface().charAt(0)) >= 0;
    return closes ? i + 1 : at;
  }

  /** A name of unknown words that an office behind it makes a person's. */
  private @Nullable Person described(AnalyzedText text, int at) {
    boolean starts =
        at == text.sentenceOf(at).first() || !NameStops.canBePersonal(text.token(at - 1));
    int end = starts ? nameEnd(text, at) : at;
    if (end < at + 2 || end >= text.sentenceOf(at).end()) {
      return null;
    }
    Person person = new Person(at, end, Naming.of(text, at, end), null, null, List.of(), true);
    Person described = withApposition(text, person);
    return described.role() == null ? null : described;
  }

  private Person withApposition(AnalyzedText text, Person person) {
    int limit = text.sentenceOf(person.first()).end();
    int at = skipComma(text, person.end());
    Label title = at < limit ? title(text, at) : null;
    boolean owned = at == person.end() && person.end() == person.first() + 1 && person.id() == null;
    if (title == null || owned || Constructs.hasPreposition(text.token(at))) {
      return person;
    }
    int end = complement(text, title);
    boolean office =
        end > title.end() || title.size() > 1 || title.entry().is("class", "profession");
    if (!office) {
      return person;
    }
    String role = Naming.of(text, at, end, title);
    return new Person(
        person.first(), end, person.name(), role, person.id(), person.framing(), true);
  }
}

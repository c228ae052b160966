package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.party.Constructs;
import org.isnad.core.mention.party.Naming;
import org.isnad.core.mention.party.PartyRegister;
import org.isnad.core.mention.party.Person;
import org.isnad.core.mention.party.PersonReader;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Reads who speaks from a given token on. Immutable; what one article has said is passed in. */
final class SpeakerReader {

  private static final String UNNAMED = "unnamed";
  private static final String AGENCIES = "agencies";
  private static final String OUTLETS = "outlets";
  private static final String NOUNS = "speech-nouns";
  private static final String SOURCE_ADJECTIVES = "source-adjectives";
  private static final String OPENING = "\"“«‹'/(";
  private static final String CLOSING = "\"”»›'/)";

  private final Lexicon lexicon;
  private final PartyRegister register;
  private final PersonReader persons;

  SpeakerReader(Lexicon lexicon, PartyRegister register) {
    this.lexicon = lexicon;
    this.register = register;
    this.persons = new PersonReader(lexicon, register);
  }

  /** What is known of the article so far. */
  record Context(AnalyzedText text, PartyAt parties, Speakers earlier) {}

  /** The party mention that starts at a token. */
  interface PartyAt {
    /** The mention, or null. */
    @Nullable PartyMention at(int token);
  }

  /** Who speaks from {@code at} on, or null. */
  @Nullable SourceMention at(Context context, int at) {
    AnalyzedText text = context.text();
    if (at >= text.size()) {
      return null;
    }
    SourceMention again = context.earlier().again(text, at);
    SourceMention best = longer(again, described(context, at));
    best = longer(best, published(context, at));
    best = longer(best, document(context, at));
    best = longer(best, quotedBody(context, at));
    SourceMention party = party(context, at);
    best = longer(best, party == null ? body(context, at) : party);
    if (best == null || best.kind() != Kind.AGENCY && best.kind() != Kind.OUTLET) {
      best = longer(best, person(context, at));
    }
    return best == null ? null : context.earlier().fuller(introduced(context, best));
  }

  // ---- descriptions that go on to a name

  /** How far behind a description the words stand that give a name. */
  private static final int INTRODUCED_WITHIN = 7;

  /** Longest name between commas, in words. */
  private static final int LONGEST_APPOSED = 4;

  /** Longest name that is given so, in words. */
  private static final int LONGEST_GIVEN = 5;

  /**
   * "فصيل يطلق على نفسه اسم …", "امرأة عرفت نفسها باسم …", "ابنة القتيل، هناء، إن": the one
   * described under the name that the words behind give.
   */
  private static SourceMention introduced(Context context, SourceMention described) {
    boolean open =
        described.id() == null
            && (described.kind() == Kind.UNNAMED || described.kind() == Kind.ORGANISATION);
    if (!open) {
      return described;
    }
    AnalyzedText text = context.text();
    int from = described.tokens().end();
    int limit = text.sentenceOf(described.tokens().first()).end();
    int end = apposedEnd(text, from, limit);
    int name = end < 0 ? -1 : from + 1;
    for (int i = from; name < 0 && i < Math.min(limit, from + INTRODUCED_WITHIN); i++) {
      Label words = text.token(i).label("name-introductions");
      if (text.token(i).is("content-markers") || isSign(text.token(i), ":")) {
        return described;
      }
      name = words == null ? -1 : words.end();
      end = words == null ? -1 : givenEnd(text, name, limit);
    }
    return end <= name ? described : named(text, described, name, end);
  }

  private static SourceMention named(
      AnalyzedText text, SourceMention described, int name, int end) {
    boolean group = described.kind() == Kind.ORGANISATION;
    int first = described.tokens().first();
    return new SourceMention(
        text.span(first, end),
        new TokenRange(first, end),
        Naming.of(text, name, end),
        null,
        group ? Kind.ORGANISATION : Kind.PERSON,
        group ? null : described.name(),
        described.medium(),
        Derivation.byRule("source/introduced"));
  }

  /**
   * Behind a name of unknown words between commas right before what is said; -1 where none stands
   * there.
   */
  private static int apposedEnd(AnalyzedText text, int at, int limit) {
    boolean opens = at + 3 < limit && isSign(text.token(at), ",\u060C");
    int end = at + 1;
    while (opens
        && end < Math.min(limit, at + 1 + LONGEST_APPOSED)
        && text.token(end).isWord()
        && (text.token(end).isUnknown() || text.token(end).is("given-names"))) {
      end++;
    }
    boolean closes =
        opens
            && end > at + 1
            && end + 1 < limit
            && isSign(text.token(end), ",\u060C")
            && text.token(end + 1).is("content-markers");
    return closes ? end : -1;
  }

  private static int givenEnd(AnalyzedText text, int name, int limit) {
    if (name < limit && isSign(text.token(name), OPENING)) {
      int close = closing(text, name + 1, limit);
      return close < 0 ? name : close + 1;
    }
    int end = name;
    while (end < Math.min(limit, name + LONGEST_GIVEN) && isNamePart(text.token(end), end > name)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(Token token, boolean inside) {
    boolean verb = token.labels().stream().anyMatch(l -> l.size() == 1 && l.features().isVerb());
    return token.isWord()
        && !token.is("name-stops")
        && !token.is("content-markers")
        && !Constructs.hasPreposition(token)
        && !(inside && verb);
  }

  private static @Nullable SourceMention longer(
      @Nullable SourceMention one, @Nullable SourceMention other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.tokens().size() > one.tokens().size() ? other : one;
  }

  // ---- speakers without a name

  private @Nullable SourceMention described(Context context, int at) {
    AnalyzedText text = context.text();
    Label quantifier = text.token(at).label("quantifiers");
    boolean numeral = isNumeral(text.token(at)) && !text.token(at).is("name-stops");
    boolean counted = quantifier != null || text.token(at).isNumber() || numeral;
    int behind = quantifier == null ? at + 1 : quantifier.end();
    int start = counted && behind < text.size() ? behind : at;
    Label label = text.token(start).label(UNNAMED);
    if (label == null || label.entry().is("anonymous", "yes") || label.entry().is("same", "yes")) {
      return null;
    }
    int end = describedEnd(context, label);
    boolean definite =
        !counted && Normalizer.opensWithArticle(Naming.word(text, start, label.clitics()));
    SourceMention before = definite ? context.earlier().again(text, at) : null;
    if (before != null) {
      return new SourceMention(
          text.span(at, end),
          new TokenRange(at, end),
          before.name(),
          before.id(),
          before.kind(),
          before.role(),
          before.medium(),
          before.derivation());
    }
    String name =
        quantifier != null
            ? Naming.of(text, at, end, quantifier)
            : counted
                ? text.token(at).surface() + " " + Naming.of(text, start, end)
                : Naming.of(text, start, end, label);
    return mention(
        text, at, end, name, null, Kind.UNNAMED, null, null, "source/unnamed", label.entry());
  }

  private static boolean isNumeral(Token token) {
    return token.labels().stream().anyMatch(Label::isNumeral);
  }

  private int describedEnd(Context context, Label label) {
    AnalyzedText text = context.text();
    int limit = text.sentenceOf(label.first()).end();
    int end = label.end();
    for (int steps = 0; end < limit && steps < 4; steps++) {
      int next = describedStep(context, label, end, limit);
      if (next == end) {
        break;
      }
      boolean owner =
          next > end + 1
              || !isAdjective(text.token(end)) && !Normalizer.isRelation(text.token(end).norm());
      end = next;
      if (owner) {
        break;
      }
    }
    return end;
  }

  private static boolean isOfBodies(Token token) {
    return token.is("nationalities") || token.is("force-adjectives");
  }

  private static boolean isAdjective(Token token) {
    return isOfBodies(token) || token.is(SOURCE_ADJECTIVES) && !token.is("name-stops");
  }

  private int describedStep(Context context, Label label, int at, int limit) {
    AnalyzedText text = context.text();
    Token token = text.token(at);
    if (!token.isWord()) {
      return at == label.end() && label.entry().is("head", "yes") ? quotedOwner(context, at) : at;
    }
    boolean plain = !Constructs.hasPreposition(token) && !isStateNamed(context, label, at);
    boolean relation =
        at == label.end()
            && !label.clitics().isDefinite()
            && token.labels().stream().allMatch(l -> l.clitics().hasPronoun())
            && Normalizer.isRelation(token.norm());
    if (plain && isAdjective(token) || relation) {
      return at + 1;
    }
    if (!label.entry().is("head", "yes")) {
      return at;
    }
    int owner =
        label.entry().is("owned", "yes") && at == label.end() && plain
            ? owned(context, label, at)
            : at;
    if (owner > at) {
      return owner;
    }
    boolean linked =
        token.is("name-stops", "in")
            || token.is("name-stops", "from")
            || token.is("name-stops", "within")
            || label.key().equals("deputy") && token.is("name-stops", "about");
    int start = linked ? at + 1 : at;
    if (start >= limit) {
      return at;
    }
    boolean byPrefix =
        text.token(start).labels().stream()
            .anyMatch(
                l ->
                    l.clitics().before().equals(List.of("b"))
                        || l.clitics().before().equals(List.of("b", "al")));
    boolean construct =
        at == label.end() && label.size() == 1 && !label.clitics().isDefinite() && plain;
    boolean behalf =
        at == label.end()
            && label.size() == 2
            && !label.clitics().isDefinite()
            && plain
            && text.token(at).is("group-words");
    boolean owned = linked || byPrefix || construct || behalf;
    return owned ? ownerEnd(context, start, at, linked || behalf) : at;
  }

  /** "مراسل «الوكالة»", "الناطق باسم «الجيش» الإسرائيلي": whose he is, in quotation marks. */
  private int quotedOwner(Context context, int at) {
    AnalyzedText text = context.text();
    int limit = text.sentenceOf(at).end();
    SourceMention outlet = isSign(text.token(at), OPENING) ? published(context, at) : null;
    if (outlet != null) {
      return outlet.tokens().end();
    }
    PartyMention party =
        at + 1 < limit && isSign(text.token(at), OPENING) ? context.parties().at(at + 1) : null;
    return party == null || party.kind().equals("person") ? at : party.tokens().end();
  }

  /**
   * "مسؤولون عراقيون تركيا": spelled like an adjective, but the one before it does not agree with
   * it, and a state of that name is blamed.
   */
  private static boolean isStateNamed(Context context, Label label, int at) {
    PartyMention party = context.parties().at(at);
    AnalyzedText text = context.text();
    return at > label.end()
        && party != null
        && party.kind().equals("state")
        && party.tokens().size() == 1
        && Normalizer.endsWithAlef(text.token(at).norm())
        && !Normalizer.endsWithAlef(text.token(at - 1).norm());
  }

  /** "شقيق المخطوف", "سائق الشاحنة": people who are known by whose or of what they are. */
  private static int owned(Context context, Label label, int at) {
    Token token = context.text().token(at);
    boolean closed = label.clitics().hasPronoun() || label.clitics().isDefinite();
    boolean owner =
        Constructs.isDefinite(token)
            || token.is("unit-words")
            || token.is("titles")
            || token.is("body-words")
            || token.is("person-roles")
            || token.isUnknown() && isDefiniteAt(context.text(), at + 1);
    return closed || !owner ? at : Constructs.end(context.text(), at, false);
  }

  private static boolean isDefiniteAt(AnalyzedText text, int at) {
    return at < text.sentenceOf(at - 1).end() && Constructs.isDefinite(text.token(at));
  }

  private int ownerEnd(Context context, int start, int at, boolean linked) {
    AnalyzedText text = context.text();
    SourceMention outlet = published(context, start);
    if (outlet != null) {
      return outlet.tokens().end();
    }
    PartyMention party = context.parties().at(start);
    if (party != null && !party.kind().equals("person") && !party.kind().equals("people")) {
      return party.tokens().end();
    }
    Label body = text.token(start).label("body-words");
    if (body != null) {
      return Constructs.end(text, body.end(), body.clitics().isDefinite());
    }
    Label unit = text.token(start).label("unit-words");
    if (unit != null && unit.end() < text.sentenceOf(start).end() && linked) {
      Label place = text.token(unit.end()).label("places");
      return place != null
          ? place.end()
          : Math.max(unit.end(), Constructs.end(text, unit.end(), unit.clitics().isDefinite()));
    }
    Label place = text.token(start).label("places");
    if (place != null) {
      return linked ? place.end() : at;
    }
    Label force = text.token(start).label("group-words");
    if (force != null && linked) {
      return Constructs.end(text, force.end(), force.clitics().isDefinite());
    }
    boolean definite = Constructs.isDefinite(text.token(start)) && !text.token(start).is("titles");
    return definite ? Constructs.end(text, start + 1, true) : at;
  }

  // ---- agencies and outlets

  /**
   * An agency or outlet, with the word for it and quotation marks around its name where they stand.
   */
  @Nullable SourceMention published(Context context, int at) {
    AnalyzedText text = context.text();
    Token token = text.token(at);
    Label agency = listed(token);
    if (agency != null && (agency.size() > 1 || isCued(text, at))) {
      return outlet(text, at, agency.end(), agency);
    }
    Label body = token.label("body-words");
    Label head = body != null && body.entry().is("cites", "yes") ? body : null;
    int start = head == null ? at : head.end();
    return start < text.sentenceOf(at).end() ? quotedOutlet(text, at, start, head) : null;
  }

  /** "أبلغ مسؤول رويترز أن": an outlet by one word, right before what it is told begins. */
  @Nullable SourceMention bare(AnalyzedText text, int at) {
    Label outlet = listed(text.token(at));
    boolean told =
        outlet != null
            && outlet.end() < text.sentenceOf(at).end()
            && text.token(outlet.end()).is("content-markers");
    return outlet != null && told ? outlet(text, at, outlet.end(), outlet) : null;
  }

  /** A name in quotation marks that no list knows, where an outlet is told or quoted. */
  @Nullable SourceMention quotedPublication(Context context, int at) {
    AnalyzedText text = context.text();
    int limit = text.sentenceOf(at).end();
    int close = isSign(text.token(at), OPENING) ? closing(text, at + 1, limit) : -1;
    return close > at + 1 ? named(text, at, close + 1, null) : null;
  }

  /** An outlet that no list knows, named by the tokens up to {@code end}. */
  SourceMention headed(AnalyzedText text, int at, int end, Label head) {
    return named(text, at, end, head);
  }

  /** An outlet that no list knows, written together with the preposition "for". */
  SourceMention told(AnalyzedText text, int at, int end) {
    String first = text.token(at).surface();
    String bare =
        Normalizer.opensWithForThe(text.token(at).norm())
            ? Normalizer.withoutFor(first)
            : first.substring(1);
    String rest = Naming.of(text, at + 1, end);
    return new SourceMention(
        text.span(at, end),
        new TokenRange(at, end),
        rest.isEmpty() ? bare : bare + " " + rest,
        null,
        Kind.OUTLET,
        null,
        null,
        Derivation.byRule("source/publication"));
  }

  private static @Nullable SourceMention quotedOutlet(
      AnalyzedText text, int at, int start, @Nullable Label head) {
    int limit = text.sentenceOf(at).end();
    boolean quoted = isSign(text.token(start), OPENING);
    int name = quoted ? start + 1 : start;
    if (name >= limit || !quoted && head == null) {
      return null;
    }
    Label label = listed(text.token(name));
    int end = label == null ? -1 : label.end();
    if (label == null && head != null && quoted) {
      end = closing(text, name, limit);
    } else if (label == null && head != null) {
      end =
          Math.max(
              Constructs.end(text, name, head.clitics().isDefinite()),
              head.clitics().isDefinite() ? name : unknownEnd(text, name, limit));
      return end > name
          ? new SourceMention(
              text.span(at, end),
              new TokenRange(at, end),
              Naming.of(text, at, end, head),
              null,
              Kind.OUTLET,
              null,
              null,
              Derivation.byRule("source/publication"))
          : null;
    }
    if (end <= name) {
      return null;
    }
    boolean closes = quoted && end < limit && isSign(text.token(end), CLOSING);
    if (quoted && !closes) {
      return null;
    }
    int whole = closes ? end + 1 : end;
    return label == null ? named(text, at, whole, head) : outlet(text, at, whole, label);
  }

  /** An agency or outlet that no list knows: at most two unknown words. */
  private static int unknownEnd(AnalyzedText text, int name, int limit) {
    int end = name;
    while (end < limit
        && end < name + 2
        && text.token(end).isWord()
        && text.token(end).isUnknown()) {
      end++;
    }
    return end;
  }

  private static SourceMention named(AnalyzedText text, int at, int end, @Nullable Label head) {
    String name = head == null ? Naming.of(text, at, end) : Naming.of(text, at, end, head);
    return new SourceMention(
        text.span(at, end),
        new TokenRange(at, end),
        name,
        null,
        Kind.OUTLET,
        null,
        null,
        Derivation.byRule("source/publication"));
  }

  private static int closing(AnalyzedText text, int from, int limit) {
    for (int i = from; i < limit && i < from + 6; i++) {
      if (isSign(text.token(i), CLOSING)) {
        return i;
      }
    }
    return -1;
  }

  private static SourceMention outlet(AnalyzedText text, int at, int named, Label label) {
    int end = named;
    while (end < text.sentenceOf(at).end()
        && isOfBodies(text.token(end))
        && !Constructs.hasPreposition(text.token(end))) {
      end++;
    }
    Label head = text.token(at).label("body-words");
    Label first = label.first() == at ? label : head;
    String name = first == null ? Naming.of(text, at, end) : Naming.of(text, at, end, first);
    Kind kind = label.list().equals(AGENCIES) ? Kind.AGENCY : Kind.OUTLET;
    Derivation derivation =
        new Derivation("source/publication", List.of(label.entry().qualified()));
    return new SourceMention(
        text.span(at, end),
        new TokenRange(at, end),
        name,
        label.key(),
        kind,
        null,
        null,
        derivation);
  }

  private static @Nullable Label listed(Token token) {
    Label agency = token.label(AGENCIES);
    Label outlet = token.label(OUTLETS);
    if (agency == null || outlet == null) {
      return agency == null ? outlet : agency;
    }
    return outlet.size() > agency.size() ? outlet : agency;
  }

  /**
   * Many outlets are named by common words: one word alone counts only where a publication is
   * expected.
   */
  private static boolean isCued(AnalyzedText text, int at) {
    Token token = text.token(at);
    Label label = listed(token);
    boolean addressed =
        label != null && label.clitics().has("l") && at > text.sentenceOf(at).first();
    if (addressed) {
      return true;
    }
    if (at == text.sentenceOf(at).first()) {
      return false;
    }
    Token before = text.token(at - 1);
    boolean alsoNoun = token.is(NOUNS) || token.is(UNNAMED) || token.is("titles");
    int next = at + 1;
    boolean goesOn =
        next < text.sentenceOf(at).end()
            && text.token(next).isWord()
            && text.token(next).isUnknown();
    boolean verb =
        !alsoNoun
            && !goesOn
            && before.labels().stream()
                .anyMatch(l -> l.list().equals("speech-verbs") && l.features().isVerb());
    return verb
        || before.is("addressees")
        || before.is("according-to")
        || before.is("body-words")
        || before.is(UNNAMED);
  }

  // ---- documents

  /** A statement or report: its author where one is named ("بيان لوزارة …"), else itself. */
  private @Nullable SourceMention document(Context context, int at) {
    AnalyzedText text = context.text();
    Label noun = text.token(at).label(NOUNS);
    if (noun == null || !noun.entry().is("document", "yes") || noun.clitics().hasPronoun()) {
      return null;
    }
    int end = noun.end();
    int limit = text.sentenceOf(at).end();
    while (end < limit && end < noun.end() + 3 && isFiller(text.token(end))) {
      end++;
    }
    String medium = noun.entry().attribute("medium");
    SourceMention author = end < limit ? author(context, end, noun) : null;
    boolean said = author != null && (author.kind() != Kind.UNNAMED || medium.equals("statement"));
    if (author != null && said) {
      return mention(
          text,
          at,
          author.tokens().end(),
          author.name(),
          author.id(),
          author.kind(),
          author.role(),
          medium,
          "source/document",
          noun.entry());
    }
    boolean unnamed = noun.entry().is("unnamed", "yes");
    String name = Naming.of(text, at, noun.end(), noun);
    return mention(
        text,
        at,
        noun.end(),
        name,
        null,
        unnamed ? Kind.UNNAMED : Kind.DOCUMENT,
        null,
        medium,
        "source/document",
        noun.entry());
  }

  /** Words between a statement and its author: adjectives, "صادر عن", "نشرته". */
  private static boolean isFiller(Token token) {
    boolean adjective =
        token.is("force-adjectives")
            || token.is("document-fillers")
            || token.is("name-stops", "about")
            || token.is("name-stops", "from");
    boolean issued =
        token.labels().stream().anyMatch(l -> l.list().equals("speech-verbs") && l.size() == 1);
    return adjective || issued;
  }

  private @Nullable SourceMention author(Context context, int at, Label noun) {
    if (context.text().token(at).is(NOUNS) || context.text().token(at).is("name-stops")) {
      return null;
    }
    boolean joined = at > noun.end() || !noun.clitics().isDefinite();
    SourceMention teller = noun.key().equals("narrative") ? described(context, at) : null;
    return joined
        ? longer(
            longer(party(context, at), teller), longer(body(context, at), published(context, at)))
        : null;
  }

  // ---- bodies and persons

  private @Nullable SourceMention party(Context context, int at) {
    PartyMention party = context.parties().at(at);
    if (party == null || isThing(party.kind())) {
      return null;
    }
    if (party.kind().equals("person") || party.kind().equals("official")) {
      return null;
    }
    Kind kind = party.kind().equals("media") ? Kind.OUTLET : Kind.ORGANISATION;
    boolean crowd = party.kind().equals("role") && party.id() == null;
    return new SourceMention(
        party.span(),
        party.tokens(),
        party.name(),
        party.id(),
        crowd ? Kind.UNNAMED : kind,
        null,
        null,
        party.derivation());
  }

  private static boolean isThing(String kind) {
    return kind.equals("asset") || kind.equals("equipment");
  }

  /** A body whose name stands in quotation marks of its own ("قالت «سرايا …» إن"). */
  private @Nullable SourceMention quotedBody(Context context, int at) {
    AnalyzedText text = context.text();
    int limit = text.sentenceOf(at).end();
    if (!isSign(text.token(at), OPENING) || at + 1 >= limit) {
      return null;
    }
    int close = closing(text, at + 1, limit);
    boolean goesOn = close > at + 1 && close + 1 < limit;
    PartyMention party = goesOn ? context.parties().at(at + 1) : null;
    boolean whole = party != null && party.tokens().end() >= close && !isThing(party.kind());
    boolean body = whole && party != null && !party.kind().equals("role");
    boolean speaks =
        goesOn
            && (body
                || text.token(close + 1).is("content-markers")
                || text.token(close + 1).is("name-stops")
                || text.token(close + 1).is("speech-nouns", "responsibility")
                || isSign(text.token(close + 1), ",\u060C:"));
    if (!speaks) {
      return null;
    }
    SourceMention known = context.earlier().named(text, at, close + 1);
    if (known != null) {
      return known;
    }
    String name = Naming.of(text, at + 1, close);
    String id = whole && party != null ? party.id() : null;
    TokenRange tokens = new TokenRange(at, close + 1);
    return new SourceMention(
        text.span(at, close + 1),
        tokens,
        name,
        id,
        Kind.ORGANISATION,
        null,
        null,
        Derivation.byRule("source/quoted-body"));
  }

  private @Nullable SourceMention body(Context context, int at) {
    AnalyzedText text = context.text();
    Label capital = text.token(at).label("capitals");
    if (capital != null) {
      String government = capital.key() + "-government";
      RegisteredParty party = register.party(government);
      String id = party == null ? capital.key() : government;
      return mention(
          text,
          at,
          capital.end(),
          Naming.of(text, at, capital.end(), capital),
          id,
          Kind.ORGANISATION,
          null,
          null,
          "source/capital",
          capital.entry());
    }
    Label head = text.token(at).label("body-words");
    if (head != null && head.clitics().hasPronoun() && head.key().equals("office")) {
      return mention(
          text,
          at,
          at + 1,
          Naming.word(text, at, head.clitics()),
          null,
          Kind.ORGANISATION,
          null,
          null,
          "source/body",
          head.entry());
    }
    if (head == null || head.clitics().hasPronoun()) {
      return null;
    }
    int end = bodyEnd(context, head);
    boolean open = end == head.end() && !head.clitics().isDefinite();
    boolean introduced =
        open && end < text.sentenceOf(at).end() && text.token(end).is("name-introductions");
    if (open && !introduced && !isRelation(text, head)) {
      return null;
    }
    end = open && !introduced ? end + 1 : end;
    return mention(
        text,
        at,
        end,
        Naming.of(text, at, end, head),
        null,
        open && !introduced ? Kind.UNNAMED : Kind.ORGANISATION,
        null,
        null,
        "source/body",
        head.entry());
  }

  /** "كتلة نيابية", "منظمة حقوقية": a body that only its adjective describes. */
  private static boolean isRelation(AnalyzedText text, Label head) {
    Token next = head.end() < text.sentenceOf(head.first()).end() ? text.token(head.end()) : null;
    return next != null
        && next.isWord()
        && !next.is("name-stops")
        && !Constructs.hasPreposition(next)
        && next.labels().stream().noneMatch(l -> l.features().isVerb())
        && Normalizer.isRelativeAdjective(next.norm());
  }

  private int bodyEnd(Context context, Label head) {
    AnalyzedText text = context.text();
    int end = Constructs.end(text, head.end(), head.clitics().isDefinite());
    int limit = text.sentenceOf(head.first()).end();
    Person holder =
        end == head.end() && end < limit && !head.clitics().isDefinite()
            ? persons.at(text, end)
            : null;
    if (holder != null) {
      return holder.end();
    }
    PartyMention party = end == head.end() && end < limit ? context.parties().at(end) : null;
    return party == null || head.clitics().isDefinite() ? end : party.tokens().end();
  }

  private @Nullable SourceMention person(Context context, int at) {
    AnalyzedText text = context.text();
    Person person = persons.speakerAt(text, at);
    if (person == null || isDoubtful(context, person)) {
      return person == null ? office(text, at) : null;
    }
    Kind kind = person.named() ? Kind.PERSON : Kind.ORGANISATION;
    if (!person.named()) {
      boolean definite = text.token(at).label("titles") != null && !isIndefinite(text, at);
      kind = definite ? Kind.PERSON : Kind.UNNAMED;
    }
    return new SourceMention(
        text.span(person.first(), person.end()),
        new TokenRange(person.first(), person.end()),
        person.name(),
        person.id(),
        kind,
        person.role(),
        null,
        Derivation.byRule("source/person"));
  }

  /** "المحافظ", "القائد": a definite office alone, whose holder the reader knows. */
  private static @Nullable SourceMention office(AnalyzedText text, int at) {
    Label title = text.token(at).label("titles");
    boolean alone =
        title != null
            && title.entry().is("of", "yes")
            && !title.clitics().hasPronoun()
            && Normalizer.opensWithArticle(Naming.word(text, at, title.clitics()));
    return title == null || !alone
        ? null
        : mention(
            text,
            at,
            title.end(),
            Naming.of(text, at, title.end(), title),
            null,
            Kind.PERSON,
            null,
            null,
            "source/office",
            title.entry());
  }

  /**
   * One unknown word is a speaker's name only where the content of speech follows at once, or it
   * was named before.
   */
  private static boolean isDoubtful(Context context, Person person) {
    boolean bare = person.named() && person.role() == null && person.id() == null;
    boolean alone = bare && person.end() == person.first() + 1;
    String word = context.text().token(person.first()).norm();
    if (alone && Normalizer.endsWithAlef(word) && !context.earlier().knows(person.name())) {
      return true;
    }
    boolean definite =
        bare && Normalizer.opensWithArticle(context.text().token(person.first()).norm());
    if (definite && !context.earlier().knows(person.name())) {
      return true;
    }
    if (!alone || context.earlier().knows(person.name())) {
      return false;
    }
    AnalyzedText text = context.text();
    int next = person.end();
    int limit = text.sentenceOf(person.first()).end();
    next += next + 1 < limit && isSign(text.token(next), ",\u060C") ? 1 : 0;
    boolean content =
        next < limit
            && (text.token(next).is("content-markers") || isSign(text.token(next), ":" + OPENING));
    return !content;
  }

  private static boolean isIndefinite(AnalyzedText text, int at) {
    Label title = text.token(at).label("titles");
    return title != null && !title.clitics().isDefinite() && title.entry().is("speaks", "yes");
  }

  private static SourceMention mention(
      AnalyzedText text,
      int first,
      int end,
      String name,
      @Nullable String id,
      Kind kind,
      @Nullable String role,
      @Nullable String medium,
      String rule,
      Entry entry) {
    List<String> entries = new ArrayList<>();
    entries.add(entry.qualified());
    return new SourceMention(
        text.span(first, end),
        new TokenRange(first, end),
        name,
        id,
        kind,
        role,
        medium,
        new Derivation(rule, entries));
  }

  static boolean isSign(Token token, String signs) {
    char sign = token.givenSign();
    return sign != 0 && signs.indexOf(sign) >= 0;
  }

  /** The lexicon behind this reader. */
  Lexicon lexicon() {
    return lexicon;
  }
}

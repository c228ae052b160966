package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Features.Gender;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a phrase that names a party from its first token: a known name; a head noun of forces,
 * groups or persons with what belongs to it (nationality, owner, backer, place).
 *
 * <p>Heads and owners nest ("عناصر من شرطة محافظة", "مواقع لمقاتلي التنظيم"), at most three deep.
 */
final class PartyPhrases {

  private static final int DEEPEST = 3;

  private static final Set<String> ATTACKS =
      Set.of(
          "air-strike",
          "shelling",
          "attack",
          "rocket-attack",
          "drone-attack",
          "armed-attack",
          "bombing",
          "explosion",
          "suicide-bombing");

  private static final String FORCES = "forces";
  private static final String GROUPS = "group-words";
  private static final String ROLES = "person-roles";
  private static final String ADJECTIVES = "force-adjectives";
  private static final String NATIONALITIES = "nationalities";
  private static final String CAPITALS = "capitals";

  /** Lists of words behind which a word for persons is a phrase of its own. */
  private static final Set<String> APART =
      Set.of("casualty-words", "event-nouns", "event-prepositions", "name-stops", "titles");

  /** What a token that opens a phrase is known as, but for names with marks inside. */
  private static final ListFilter OPENERS =
      ListFilter.of(
          PartyRegister.NEUTRAL,
          PartyRegister.LOADED,
          FORCES,
          GROUPS,
          ROLES,
          NATIONALITIES,
          CAPITALS);

  private final Lexicon lexicon;
  private final PartyRegister register;
  private final RegisteredNames registered;

  PartyPhrases(Lexicon lexicon, PartyRegister register) {
    this.lexicon = lexicon;
    this.register = register;
    this.registered = new RegisteredNames(lexicon, register);
  }

  /** The longest phrase that starts at {@code at}, or null. */
  @Nullable Phrase at(AnalyzedText text, int at) {
    return at(text, at, 0);
  }

  private @Nullable Phrase at(AnalyzedText text, int at, int depth) {
    if (depth > DEEPEST || at >= text.size() || !text.token(at).isWord()) {
      return null;
    }
    if (!text.token(at).mayBe(OPENERS) && !registered.mayBeMarked(text, at)) {
      return null;
    }
    Phrase known = registered.at(text, at);
    if (known == null && depth > 0) {
      known = capital(text, at);
    }
    Phrase best = Phrase.longer(known, headed(text, at, FORCES, depth));
    best = Phrase.longer(best, headed(text, at, GROUPS, depth));
    best = known == null ? Phrase.longer(best, named(text, at)) : best;
    best = Phrase.longer(best, headed(text, at, ROLES, depth));
    return Phrase.longer(best, people(text, at));
  }

  /** A capital that stands for its state behind a head noun ("حكومة بغداد"). */
  private @Nullable Phrase capital(AnalyzedText text, int at) {
    Label label = text.token(at).label(CAPITALS);
    if (label == null || register.party(label.key()) == null) {
      return null;
    }
    String name = Naming.of(text, at, label.end(), label);
    return new Phrase(
        at,
        label.end(),
        name,
        label.key(),
        "state",
        List.of(),
        "party/capital",
        List.of(label),
        false,
        false);
  }

  /** Roles of verbs whose subject is whoever stands right behind them. */
  private static final Set<String> HAS_SUBJECT = Set.of("light", "launch", "threat", "talks");

  /** Most tokens from a capital to the attack that its verb carries out, adjectives between. */
  private static final int ATTACK_REACH = 3;

  /**
   * A capital that acts for its state: behind a verb of carrying out, firing, threatening or
   * talking, behind the verbal noun of one with the attack after it ("منذ تنفيذ الرياض غارات"), or
   * behind a verb of striking whose object follows ("قصفت أنقرة مواقع"); null elsewhere. "قصفت
   * صنعاء" alone is the city that was shelled.
   */
  @Nullable Phrase capitalThatActs(AnalyzedText text, int at) {
    Phrase capital = capital(text, at);
    if (capital == null || at == text.sentenceOf(at).first()) {
      return null;
    }
    boolean bare = capital.labels().getFirst().clitics().before().isEmpty();
    Label verb = text.token(at - 1).label("event-verbs");
    if (!bare || verb == null) {
      return null;
    }
    boolean finite = verb.features().isVerb();
    if (verb.clitics().hasPronoun() && !(finite && carriesOut(verb))) {
      return null;
    }
    boolean masdar = verb.features().part() == Part.MASDAR && !verb.clitics().isDefinite();
    String role = verb.entry().attribute("role");
    boolean acts =
        finite
            ? verb.features().gender() == Gender.FEMININE
                && (HAS_SUBJECT.contains(role)
                    || role.equals("strike") && isObject(text, capital.end()))
            : masdar && HAS_SUBJECT.contains(role) && isAttackNear(text, capital.end());
    return acts ? capital : null;
  }

  /** "which the capital launched": the pronoun is the attack, and the subject stands behind. */
  private static boolean carriesOut(Label verb) {
    return verb.entry().is("role", "light") || verb.entry().is("role", "launch");
  }

  /** Whether a noun without a preposition follows that is neither a weapon nor an event. */
  private static boolean isObject(AnalyzedText text, int at) {
    if (at >= text.size() || !text.token(at).isWord()) {
      return false;
    }
    Token token = text.token(at);
    boolean told =
        token.labels().stream()
            .anyMatch(
                l ->
                    l.list().equals("event-nouns")
                        || l.list().equals("weapons")
                        || l.entry().file().startsWith("time/")
                        || l.isNumeral()
                        || l.features().isVerb()
                        || l.clitics().has("w"));
    return !told && !token.is("name-stops") && !Constructs.hasPreposition(token);
  }

  private static boolean isAttackNear(AnalyzedText text, int from) {
    for (int i = from; i < Math.min(text.size(), from + ATTACK_REACH); i++) {
      if (text.token(i).is("event-nouns")) {
        return true;
      }
    }
    return false;
  }

  /** What a phrase has gathered behind its head. */
  private static final class Gathered {
    int end;
    @Nullable Entry nationality;
    @Nullable Phrase owner;
    boolean backed;
    final List<String> framing = new ArrayList<>();
    final List<Integer> dropped = new ArrayList<>();
    final List<Label> labels = new ArrayList<>();

    Gathered(int end) {
      this.end = end;
    }
  }

  private @Nullable Phrase headed(AnalyzedText text, int at, String list, int depth) {
    Label head = text.token(at).label(list);
    boolean none = head == null || head.size() == 1 && NameStops.ends(text.token(at));
    if (none
        || head == null
        || list.equals(ROLES) && (isAdjective(text, at, head) || isDeed(text.token(at), head))) {
      return null;
    }
    Gathered gathered = new Gathered(head.end());
    gathered.labels.add(head);
    boolean goesOn = !head.clitics().hasPronoun();
    for (int steps = 0; goesOn && steps < 6; steps++) {
      goesOn = gathered.end < text.sentenceOf(at).end() && step(text, head, gathered, depth);
    }
    return phrase(text, at, head, gathered);
  }

  /** "the attacking of a post", spelled as "a woman who attacks". */
  private static boolean isDeed(Token token, Label role) {
    return role.features().gender() == Gender.FEMININE
        && role.features().number() == Num.SINGULAR
        && token.labels().stream()
            .anyMatch(l -> l.list().equals("event-verbs") && l.features().part() == Part.MASDAR);
  }

  /**
   * Whether a word for persons is only the adjective of the noun before it ("قاعدة عسكرية", "تفجير
   * انتحاري").
   */
  private static boolean isAdjective(AnalyzedText text, int at, Label role) {
    boolean plain =
        role.clitics().before().isEmpty() || role.clitics().before().equals(List.of("al"));
    if (!plain || at == text.sentenceOf(at).first()) {
      return false;
    }
    Token before = text.token(at - 1);
    if (before.is("name-links")) {
      return true;
    }
    if (!role.entry().is("inflect", "adj")) {
      return false;
    }
    boolean object =
        Normalizer.endsWithAlef(text.token(at).norm())
            && !Normalizer.endsWithAlef(before.norm())
            && Normalizer.showsAccusative(before.norm());
    boolean agrees =
        before.isWord()
            && !object
            && Normalizer.opensWithArticle(before.norm()) == role.clitics().isDefinite();
    Label event = before.label("event-nouns");
    boolean attack = event != null && ATTACKS.contains(event.entry().attribute("type"));
    boolean feminine =
        role.features().gender() == Gender.FEMININE && role.entry().is("class", "military");
    boolean thing =
        before.is("weapons")
            || before.is(FORCES)
            || role.features().number() == Num.SINGULAR
                && role.entry().is("adjective", "yes")
                && (before.isUnknown() || qualifies(before, role));
    return agrees && !Constructs.hasPreposition(text.token(at)) && (attack || thing) || feminine;
  }

  /** "قتل الجيش الصحفي سامر": a profession before a given name is no adjective of the force. */
  private static boolean opensName(AnalyzedText text, int at) {
    int next = at + 1;
    boolean inside = next < text.sentenceOf(at).end() && text.token(at).is("titles");
    Token name = inside ? text.token(next) : null;
    return name != null
        && name.isWord()
        && (name.is("given-names")
            || name.isUnknown() && !Normalizer.opensWithArticle(name.norm()));
  }

  /**
   * Whether a definite or feminine adjective can only qualify the noun before it: "the armed wing",
   * "a foreign company", but not "a foreign woman was hurt".
   */
  private static boolean qualifies(Token before, Label role) {
    boolean definite = role.clitics().isDefinite();
    boolean feminine = role.features().gender() == Gender.FEMININE;
    return (definite || feminine)
        && before.labels().stream()
            .noneMatch(l -> l.features().isVerb() || APART.contains(l.list()));
  }

  private boolean step(AnalyzedText text, Label head, Gathered gathered, int depth) {
    Token token = text.token(gathered.end);
    if (Constructs.isDirection(text, gathered.end)) {
      return false;
    }
    Label nationality = adjective(token, NATIONALITIES);
    if (nationality != null && gathered.owner == null && gathered.nationality == null) {
      gathered.nationality = nationality.entry();
      gathered.labels.add(nationality);
      gathered.end = nationality.end();
      return true;
    }
    if (adjective(token, ADJECTIVES) != null && !opensName(text, gathered.end)) {
      gathered.end++;
      return true;
    }
    boolean agrees = !head.clitics().isDefinite() || Normalizer.opensWithArticle(token.norm());
    if (agrees
        && RegisteredNames.isLoadedWord(token)
        && !Constructs.hasPreposition(token)
        && !token.is(PartyRegister.LOADED)) {
      gathered.framing.add(token.surface());
      gathered.dropped.add(gathered.end);
      gathered.end++;
      return true;
    }
    return backing(text, gathered, depth)
        || owner(text, head, gathered, depth)
        || unit(text, head, gathered);
  }

  private static @Nullable Label adjective(Token token, String list) {
    Label label = token.label(list);
    if (label == null || label.clitics().hasPronoun()) {
      return null;
    }
    List<String> before = label.clitics().before();
    return before.isEmpty() || before.equals(List.of("al")) ? label : null;
  }

  /** "التابعة لإيران" makes an owner, "الموالية لإيران" does not (codebook section 7). */
  private boolean backing(AnalyzedText text, Gathered gathered, int depth) {
    Label word = text.token(gathered.end).label("backing-words");
    if (word == null
        || Constructs.hasPreposition(text.token(gathered.end))
            && !word.entry().is("sense", "backed")
            && !word.entry().is("sense", "led")) {
      return false;
    }
    int next = word.end();
    if (next < text.size() && text.token(next).isWord() && text.token(next).is("name-stops")) {
      next++;
    }
    Phrase party = next < text.size() ? at(text, next, depth + 1) : null;
    if (party == null) {
      return opposes(text, word, next, gathered, depth);
    }
    gathered.labels.add(word);
    gathered.labels.addAll(party.labels());
    Phrase led = party.kind().equals("role") ? at(text, party.end(), depth + 1) : null;
    boolean construct = led != null && led.isBare() && !led.kind().equals("role");
    gathered.end = construct && led != null ? led.end() : party.end();
    if (word.entry().is("sense", "part")) {
      gathered.owner = gathered.owner == null ? party : gathered.owner;
    } else {
      gathered.backed = true;
    }
    return !gathered.backed;
  }

  /** "جماعات مناهضة للعنصرية": what is opposed or supported need be no party. */
  private boolean opposes(AnalyzedText text, Label word, int next, Gathered gathered, int depth) {
    boolean named =
        next < text.sentenceOf(word.first()).end()
            && text.token(next).isWord()
            && Normalizer.opensWithFor(text.token(next).norm());
    if (named && next == word.end()) {
      gathered.labels.add(word);
      Phrase led =
          text.token(next).is("titles") || text.token(next).is(ROLES)
              ? at(text, next + 1, depth + 1)
              : null;
      gathered.end = led == null ? next + 1 : led.end();
      gathered.backed = true;
    }
    return false;
  }

  private boolean owner(AnalyzedText text, Label head, Gathered gathered, int depth) {
    if (gathered.owner != null || gathered.backed) {
      return false;
    }
    int at = gathered.end;
    Token token = text.token(at);
    boolean mark = Naming.isMark(token) && "\"'“«‹(/".indexOf(token.surface().charAt(0)) >= 0;
    boolean linked = token.is("name-stops", "from") || token.is("name-stops", "in");
    boolean person = head.list().equals(ROLES);
    if (linked && !person && !head.list().equals(GROUPS)) {
      return false;
    }
    int next = mark || linked ? at + 1 : at;
    Phrase party = next < text.sentenceOf(at).end() ? at(text, next, depth + 1) : null;
    // behind "the Egyptian ministry" no construct goes on: what stands there bare is another
    boolean apart = gathered.nationality != null && !mark && !linked;
    if (party == null || !joins(text, head, next, linked, party) || apart && party.isBare()) {
      return false;
    }
    int end = party.end();
    boolean closes = mark && end < text.sentenceOf(at).end() && Naming.isMark(text.token(end));
    gathered.owner = party;
    gathered.labels.addAll(party.labels());
    gathered.framing.addAll(party.framing());
    gathered.end = closes ? end + 1 : end;
    return true;
  }

  /**
   * Whether the party behind a head can own it: in construct, by "of", or by the preposition "for".
   */
  private static boolean joins(
      AnalyzedText text, Label head, int next, boolean linked, Phrase party) {
    boolean role = party.kind().equals("role") || party.kind().equals("asset");
    List<String> before = party.labels().getFirst().clitics().before();
    boolean byFor = before.contains("l") && !before.contains("w") && !before.contains("f");
    boolean plain = before.isEmpty() || before.equals(List.of("al"));
    boolean ownerOf =
        head.entry().is("of", "yes")
            || head.list().equals(FORCES)
            || head.list().equals(GROUPS)
            || head.entry().is("class", "militant")
            || head.entry().is("class", "military");
    boolean construct = plain && !head.clitics().isDefinite() && ownerOf && !isFree(text, head);
    boolean inBody = linked && plain && !party.kind().equals("state");
    return !role && (inBody || byFor && !text.token(next).is("name-stops") || !linked && construct);
  }

  /** "gunmen", with the ending that a sound plural or a dual loses before its owner. */
  private static boolean isFree(AnalyzedText text, Label head) {
    Num number = head.features().number();
    return head.size() == 1
        && (number == Num.PLURAL || number == Num.DUAL)
        && Normalizer.isFreePlural(text.token(head.first()).norm());
  }

  private static boolean unit(AnalyzedText text, Label head, Gathered gathered) {
    String kind = head.entry().attribute("kind");
    boolean local =
        kind.equals("police") || kind.equals("security-service") || kind.equals("government");
    if (!local
        || head.clitics().isDefinite()
        || gathered.owner != null
        || gathered.nationality != null) {
      return false;
    }
    int at = gathered.end;
    Token token = text.token(at);
    // a word for courts that is also one for districts names a district before a place
    if (Constructs.hasPreposition(token) || text.token(head.first()).is("place-cues")) {
      return false;
    }
    Label place = token.label("places");
    Label unit = token.label("unit-words");
    int next = unit == null ? at : unit.end();
    boolean named =
        unit != null && next < text.sentenceOf(at).end() && !NameStops.ends(text.token(next));
    if (place == null && !named) {
      return false;
    }
    Label inside = named ? text.token(next).label("places") : null;
    gathered.end =
        Math.max(
            place == null ? 0 : place.end(),
            named ? Math.max(next + 1, inside == null ? 0 : inside.end()) : 0);
    return false;
  }

  private @Nullable Phrase phrase(AnalyzedText text, int at, Label head, Gathered gathered) {
    boolean alone = gathered.end == head.end();
    Entry entry = head.entry();
    boolean thing = entry.is("equipment", "yes") || entry.is("target", "yes");
    boolean group = head.list().equals(GROUPS);
    boolean nobody = thing && gathered.owner == null && gathered.nationality == null;
    boolean standsAlone = group && entry.is("alone", "yes") && head.clitics().isDefinite();
    if (nobody
        || alone
            && !standsAlone
            && (entry.is("bare", "no")
                || group
                || head.list().equals(FORCES) && !isDefinite(text, head))) {
      return null;
    }
    if (group
        && gathered.owner == null
        && gathered.nationality == null
        && !gathered.backed
        && !standsAlone
        && entry.is("name", "quoted")) {
      return null;
    }
    return new Phrase(
        at,
        gathered.end,
        name(text, at, head, gathered),
        id(head, gathered),
        kind(head),
        gathered.framing,
        "party/" + head.list(),
        gathered.labels,
        false,
        gathered.owner != null && gathered.owner.reworded() || !gathered.dropped.isEmpty());
  }

  /** "the police", or a construct whose last word has the article ("the forces of security"). */
  private static boolean isDefinite(AnalyzedText text, Label head) {
    boolean construct = head.size() > 1 && !head.clitics().isDefinite();
    return head.clitics().isDefinite()
        || construct && Normalizer.opensWithArticle(text.token(head.end() - 1).norm());
  }

  private static String kind(Label head) {
    Entry entry = head.entry();
    if (head.list().equals(ROLES)) {
      return "role";
    }
    if (entry.is("target", "yes")) {
      return "asset";
    }
    return entry.is("equipment", "yes") ? "equipment" : entry.attribute("kind");
  }

  private @Nullable String id(Label head, Gathered gathered) {
    if (gathered.owner != null) {
      String owner = gathered.owner.id();
      String body = owner + "-" + suffix(head.entry());
      boolean ofState = gathered.owner.kind().equals("state") && register.party(body) != null;
      return ofState ? body : owner;
    }
    String people = gathered.nationality == null ? "" : gathered.nationality.attribute("party");
    if (!people.isEmpty()) {
      return people;
    }
    if (gathered.nationality == null || gathered.backed || head.list().equals(GROUPS)) {
      return null;
    }
    String country = gathered.nationality.key();
    String suffix = suffix(head.entry());
    String body = country + "-" + suffix;
    if (!suffix.isEmpty() && register.party(body) != null) {
      return body;
    }
    return head.list().equals(ROLES) || register.party(country) == null ? null : country;
  }

  private static String suffix(Entry head) {
    return switch (head.attribute("class")) {
      case "military" -> "army";
      case "police" -> "police";
      default -> head.attribute("suffix");
    };
  }

  private String name(AnalyzedText text, int at, Label head, Gathered gathered) {
    Phrase owner = gathered.owner;
    if (owner != null && owner.reworded()) {
      String words = Naming.of(text, at, owner.first(), head);
      Entry adjective = owner.id() == null ? null : lexicon.entry(NATIONALITIES, owner.id());
      if (adjective == null || owner.first() > head.end() || isPersons(head)) {
        RegisteredParty party = register.party(owner.id());
        if (party == null || !owner.name().equals(party.name())) {
          return words + " " + owner.name();
        }
        return words + " " + register.genitive(party);
      }
      boolean feminine = head.features().number() == Num.PLURAL || head.entry().is("inflect", "nf");
      return Normalizer.withArticle(words)
          + " "
          + adjective.attribute(feminine ? "definite-f" : "definite-m");
    }
    return gathered.dropped.isEmpty()
        ? Naming.of(text, at, gathered.end, head)
        : without(text, at, head, gathered);
  }

  /** "the soldiers of": an adjective of several persons has a plural that no table gives. */
  private static boolean isPersons(Label head) {
    return head.entry().is("persons", "yes")
        || head.list().equals(ROLES) && head.features().number() == Num.PLURAL;
  }

  private static String without(AnalyzedText text, int at, Label head, Gathered gathered) {
    List<String> parts = new ArrayList<>();
    int from = at;
    for (int dropped : gathered.dropped) {
      parts.add(from == at ? Naming.of(text, from, dropped, head) : Naming.of(text, from, dropped));
      from = dropped + 1;
    }
    parts.add(Naming.of(text, from, gathered.end));
    parts.removeIf(String::isEmpty);
    return String.join(" ", parts);
  }

  /**
   * An unknown group: the word for such groups, and its name in quotation marks or in construct.
   */
  private @Nullable Phrase named(AnalyzedText text, int at) {
    Label head = text.token(at).label(GROUPS);
    if (head == null || head.entry().attribute("name").isEmpty() || head.clitics().hasPronoun()) {
      return null;
    }
    int limit = text.sentenceOf(at).end();
    int next = head.end();
    if (next >= limit) {
      return null;
    }
    int end = quoted(text, next, limit);
    boolean unquoted = head.entry().is("name", "yes") && !head.clitics().isDefinite();
    if (end == next && unquoted) {
      end = unquotedName(text, next);
    }
    if (end == next && text.token(next).isNumber() && head.entry().is("numbered", "yes")) {
      end = next + 1;
    }
    if (end == next) {
      return null;
    }
    boolean loaded = head.entry().is("loaded", "yes");
    String name = loaded ? Naming.of(text, next, end) : Naming.of(text, at, end, head);
    List<String> framing = loaded ? List.of(Naming.word(text, at, head.clitics())) : List.of();
    return new Phrase(
        at,
        end,
        name,
        null,
        head.entry().attribute("kind"),
        framing,
        "party/unknown-group",
        List.of(head),
        false,
        loaded);
  }

  /** Longest name in quotation marks that is taken for a group's; longer ones are speech. */
  private static final int LONGEST_QUOTED = 6;

  private static int quoted(AnalyzedText text, int next, int limit) {
    Token open = text.token(next);
    if (!Naming.isMark(open) || "\"“«‹'".indexOf(open.surface().charAt(0)) < 0) {
      return next;
    }
    for (int i = next + 1; i < limit && i <= next + LONGEST_QUOTED; i++) {
      Token token = text.token(i);
      if (Naming.isMark(token) && "\"”»›'".indexOf(token.surface().charAt(0)) >= 0) {
        return i > next + 1 ? i + 1 : next;
      }
    }
    return next;
  }

  private static int unquotedName(AnalyzedText text, int next) {
    Token first = text.token(next);
    boolean adjective =
        first.is(NATIONALITIES)
            || first.is(ADJECTIVES)
            || first.is("loaded-words")
            || first.is("backing-words");
    if (adjective || NameStops.ends(first)) {
      return next;
    }
    return Constructs.end(text, next, false);
  }

  /**
   * A people named by its nationality alone ("المصريون"), or counted persons of it ("خمسون حوثيا").
   */
  private @Nullable Phrase people(AnalyzedText text, int at) {
    Label label = text.token(at).label(NATIONALITIES);
    if (label == null
        || label.clitics().hasPronoun()
        || label.features().gender() == Gender.FEMININE) {
      return null;
    }
    Token before = at == text.sentenceOf(at).first() ? null : text.token(at - 1);
    boolean counted =
        before != null
            && (before.isNumber() || before.labels().stream().anyMatch(Label::isNumeral));
    boolean belongs =
        before != null && (before.is(ROLES) || before.is(FORCES) || before.is(GROUPS));
    boolean plural = label.features().number() == Num.PLURAL;
    if (belongs || !plural && !counted || counted && label.clitics().isDefinite()) {
      return null;
    }
    String party = label.entry().attribute("party");
    String named = party.isEmpty() ? label.key() : party;
    String id = register.party(named) == null || counted && party.isEmpty() ? null : named;
    String kind = counted ? "role" : "people";
    String name = Naming.of(text, at, at + 1, label);
    return new Phrase(
        at, at + 1, name, id, kind, List.of(), "party/people", List.of(label), false, false);
  }

  /** The state behind an attack named by its nationality ("الغارات الجوية التركية"). */
  @Nullable Phrase behindAttack(AnalyzedText text, int at) {
    Label label = adjective(text.token(at), NATIONALITIES);
    RegisteredParty state = label == null ? null : register.party(label.key());
    if (label == null || state == null || !followsAttack(text, at)) {
      return null;
    }
    return new Phrase(
        at,
        label.end(),
        state.name(),
        state.id(),
        state.kind(),
        List.of(),
        "party/behind-attack",
        List.of(label),
        false,
        true);
  }

  /** Whether an attack's noun stands before the token, at most another adjective between. */
  private static boolean followsAttack(AnalyzedText text, int at) {
    for (int i = at - 1; i >= Math.max(text.sentenceOf(at).first(), at - 2); i--) {
      Token token = text.token(i);
      Label noun = token.label("event-nouns");
      if (noun != null && noun.end() <= at) {
        return ATTACKS.contains(noun.entry().attribute("type"));
      }
      if (adjective(token, ADJECTIVES) == null && !token.is("event-modifiers")) {
        return false;
      }
    }
    return false;
  }
}

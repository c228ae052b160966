package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isnad.core.lexicon.Features.Gender;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.lexicon.Features.Tense;
import org.isnad.core.text.Normalizer;

/**
 * Generates the word forms of listed lemmas from paradigms that are data: {@code
 * letters/verb-paradigms.tsv} (stems by class, digits standing for root letters), {@code
 * letters/verb-affixes.tsv} and {@code letters/noun-affixes.tsv}.
 *
 * <p>All output is folded, so that hamza seats and the like need no cases of their own.
 */
public final class Inflector {

  private static final String STEM_VARIANTS = "0TWDCJ";

  private final Map<String, Paradigm> paradigms = new HashMap<>();
  private final List<VerbAffix> verbAffixes = new ArrayList<>();
  private final Map<String, List<NounAffix>> nounAffixes = new HashMap<>();

  /**
   * Reads the three tables among the files; without them only words as listed are known.
   *
   * @throws DataException if one of them cannot be read
   */
  public Inflector(List<DataFile> files) {
    for (DataFile file : files) {
      switch (file.path()) {
        case "letters/verb-paradigms.tsv" -> readParadigms(Table.parse(file));
        case "letters/verb-affixes.tsv" -> readVerbAffixes(Table.parse(file));
        case "letters/noun-affixes.tsv" -> readNounAffixes(Table.parse(file));
        default -> {
          // the other files hold no paradigms
        }
      }
    }
  }

  /** One generated form: folded words, first word first, and its features. */
  record Generated(String form, Features features) {}

  /** Whether {@code verbClass} is a known paradigm. */
  public boolean knowsClass(String verbClass) {
    return paradigms.containsKey(verbClass);
  }

  /** Names of the known verb classes, sorted. */
  public List<String> classes() {
    return paradigms.keySet().stream().sorted().toList();
  }

  /** Whether {@code code} says how a noun or adjective inflects. */
  public boolean knowsNounCode(String code) {
    return code.isEmpty() || code.equals("-") || nounAffixes.containsKey(headCode(code));
  }

  /**
   * All forms of a verb: finite forms, participles, and verbal nouns.
   *
   * @param root folded root letters, three or four
   * @param masdars verbal nouns that the paradigm does not give; empty to take the paradigm's
   */
  List<Generated> verb(List<String> root, String verbClass, List<String> masdars) {
    Paradigm paradigm = paradigms.get(verbClass);
    List<Generated> forms = new ArrayList<>();
    if (paradigm == null) {
      return forms;
    }
    for (VerbAffix affix : verbAffixes) {
      for (String stem : paradigm.stems(affix.slot(), affix.variant(), root)) {
        forms.add(new Generated(affix.prefix() + stem + affix.suffix(), affix.features()));
      }
    }
    List<String> verbalNouns =
        masdars.isEmpty()
            ? paradigm.words("masdar", root)
            : masdars.stream().map(Normalizer::fold).toList();
    for (String noun : verbalNouns) {
      forms.addAll(noun(noun, noun.endsWith(paradigm.feminineEnding()) ? "nf" : "n", Part.MASDAR));
    }
    for (String word : paradigm.words("active", root)) {
      forms.addAll(noun(word, "adj", Part.ACTIVE_PARTICIPLE));
    }
    for (String word : paradigm.words("passive", root)) {
      forms.addAll(noun(word, "adj", Part.PASSIVE_PARTICIPLE));
    }
    return forms;
  }

  /**
   * All forms of a noun or adjective. Of several words the first inflects; with a code such as
   * {@code nf+adj} the words behind it agree.
   */
  List<Generated> noun(String spelling, String code, Part part) {
    String folded = Normalizer.fold(spelling).strip();
    int space = folded.indexOf(' ');
    String head = space < 0 ? folded : folded.substring(0, space);
    String tail = space < 0 ? "" : folded.substring(space + 1);
    List<Generated> forms = new ArrayList<>();
    for (NounAffix affix : nounAffixes.getOrDefault(headCode(code), List.of())) {
      if (!head.endsWith(affix.drop())) {
        continue;
      }
      String stem = head.substring(0, head.length() - affix.drop().length());
      Features features = Features.nominal(part, affix.number(), affix.gender());
      if (tail.isEmpty()) {
        forms.add(new Generated(stem + affix.suffix(), features));
      } else if (!code.contains("+")) {
        forms.add(new Generated(stem + affix.suffix() + " " + tail, features));
      } else {
        agreeing(tail, affix)
            .forEach(t -> forms.add(new Generated(stem + affix.suffix() + " " + t, features)));
      }
    }
    return forms;
  }

  private List<String> agreeing(String listedTail, NounAffix head) {
    List<String> forms = new ArrayList<>();
    String tail = masculine(listedTail);
    for (NounAffix affix : nounAffixes.getOrDefault("adj", List.of())) {
      boolean agrees =
          head.number() == Num.PLURAL
              ? affix.gender() == Gender.FEMININE && affix.number() != Num.DUAL
              : affix.number() == head.number() && affix.gender() == head.gender();
      if (agrees && tail.endsWith(affix.drop())) {
        forms.add(tail.substring(0, tail.length() - affix.drop().length()) + affix.suffix());
      }
    }
    return forms;
  }

  /** A listed adjective is feminine where its noun is; its forms grow from the masculine. */
  private String masculine(String adjective) {
    for (NounAffix affix : nounAffixes.getOrDefault("adj", List.of())) {
      boolean feminine = affix.number() == Num.SINGULAR && affix.gender() == Gender.FEMININE;
      if (feminine && adjective.endsWith(affix.suffix())) {
        return adjective.substring(0, adjective.length() - affix.suffix().length());
      }
    }
    return adjective;
  }

  private static String headCode(String code) {
    int plus = code.indexOf('+');
    return plus < 0 ? code : code.substring(0, plus);
  }

  private void readParadigms(Table table) {
    String ending = "";
    for (Table.Row row : table.rows()) {
      Map<String, String> slots = new HashMap<>();
      for (String column : table.columns()) {
        slots.put(column, Normalizer.fold(table.cell(row, column)));
      }
      String name = table.cell(row, "class");
      if (name.equals("feminine-ending")) {
        ending = Normalizer.fold(table.cell(row, "past"));
      } else if (paradigms.put(name, new Paradigm(slots, ending)) != null) {
        throw new DataException(table.file().path(), row.line(), "class " + name + " stands twice");
      }
    }
  }

  private void readVerbAffixes(Table table) {
    for (Table.Row row : table.rows()) {
      Features features =
          new Features(
              Part.VERB,
              table.cell(row, "tense").equals("past") ? Tense.PAST : Tense.PRESENT,
              value(Num.class, table, row, "number"),
              value(Gender.class, table, row, "gender"),
              Integer.parseInt(table.cell(row, "person")),
              table.cell(row, "slot").startsWith("pp"));
      String variant = table.cell(row, "variant");
      if (variant.length() != 1 || STEM_VARIANTS.indexOf(variant.charAt(0)) < 0) {
        throw new DataException(
            table.file().path(),
            row.line(),
            "variant '" + variant + "'; expected one of " + STEM_VARIANTS);
      }
      verbAffixes.add(
          new VerbAffix(
              table.cell(row, "slot"),
              STEM_VARIANTS.indexOf(variant.charAt(0)),
              Normalizer.fold(table.cell(row, "prefix")),
              Normalizer.fold(table.cell(row, "suffix")),
              features));
    }
  }

  private void readNounAffixes(Table table) {
    for (Table.Row row : table.rows()) {
      nounAffixes
          .computeIfAbsent(table.cell(row, "code"), k -> new ArrayList<>())
          .add(
              new NounAffix(
                  Normalizer.fold(table.cell(row, "drop")),
                  Normalizer.fold(table.cell(row, "suffix")),
                  value(Num.class, table, row, "number"),
                  value(Gender.class, table, row, "gender")));
    }
  }

  private static <T extends Enum<T>> T value(
      Class<T> type, Table table, Table.Row row, String column) {
    String read = table.cell(row, column);
    try {
      return Enum.valueOf(type, read.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String expected = List.of(type.getEnumConstants()).toString();
      throw new DataException(
          table.file().path(), row.line(), column + " '" + read + "'; expected one of " + expected);
    }
  }

  private record VerbAffix(
      String slot, int variant, String prefix, String suffix, Features features) {}

  private record NounAffix(String drop, String suffix, Num number, Gender gender) {}

  /** Stem templates of one verb class; digits stand for root letters. */
  private record Paradigm(Map<String, String> slots, String feminineEnding) {

    List<String> stems(String slot, int variant, List<String> root) {
      String template = slots.getOrDefault(slot, "");
      if (template.isEmpty()) {
        return List.of();
      }
      String[] variants = template.split("/", -1);
      String chosen =
          variant < variants.length && !variants[variant].isEmpty()
              ? variants[variant]
              : variants[0];
      return chosen.equals("-") ? List.of() : List.of(fill(chosen, root));
    }

    List<String> words(String slot, List<String> root) {
      List<String> words = new ArrayList<>();
      for (String template : Table.spellings(slots.getOrDefault(slot, ""))) {
        words.add(fill(template, root));
      }
      return words;
    }

    private static String fill(String template, List<String> root) {
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < template.length(); i++) {
        int digit = template.charAt(i) - '1';
        word.append(
            digit >= 0 && digit < root.size() ? root.get(digit) : template.substring(i, i + 1));
      }
      return word.toString();
    }
  }
}

package org.isnad.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Place;
import org.isnad.core.pipeline.Knowledge;

/**
 * Texts made to cost a reader time: families of any size, each of which repeats what a careless
 * reader would look through again and again. All of them are invented.
 */
final class AdversarialTexts {

  private static final List<String> TOWNS = List.of("الموصل", "تعز", "درنة", "الرقة", "عدن", "حلب");
  private static final List<String> DAYS = List.of("السبت", "الأحد", "الاثنين", "الثلاثاء");
  private static final String EVENT = "قتل ثلاثة جنود وأصيب خمسة مدنيين في انفجار عبوة قرب ";

  private AdversarialTexts() {}

  /** Families of repeated turns, by name: a text of so many units. */
  static Map<String, IntFunction<String>> families(Knowledge knowledge) {
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    sentences(all);
    openings(all);
    lists(all, knowledge);
    lines(all);
    letters(all);
    return all;
  }

  private static void sentences(Map<String, IntFunction<String>> all) {
    all.put("event sentences", n -> joined(n, ". ", i -> EVENT + town(i) + " أمس " + day(i)));
    all.put("event lines", n -> joined(n, "\n", i -> EVENT + town(i) + " أمس " + day(i) + "."));
    all.put("one endless sentence", n -> joined(n, " و", i -> EVENT + town(i)));
    all.put("endless with commas", n -> joined(n, "، ", i -> EVENT + town(i) + " " + day(i)));
    all.put(
        "coreferent speakers",
        n -> joined(n, ". ", i -> "وأضاف المصدر ذاته أن الهجوم نفسه أوقع " + i % 90 + " قتيلا"));
    all.put(
        "coreferent events",
        n ->
            "انفجرت سيارة مفخخة في بعقوبة. "
                + joined(n, ". ", i -> "وأسفر التفجير عن مقتل " + i % 90 + " شخصا"));
    all.put(
        "speech in speech", n -> joined(n, " ", i -> "وقال المتحدث إن الوزير أعلن أن المصدر أكد"));
    all.put("claims", n -> joined(n, ". ", i -> "وتبنى تنظيم داعش الهجوم ونفت الحكومة ذلك"));
    all.put(
        "wounded later", n -> EVENT + "تعز. " + joined(n, ". ", i -> "وتوفي جريح متأثرا بإصابته"));
    all.put(
        "named twice",
        n -> joined(n, " ", i -> "قصفت طائرات التحالف بقيادة السعودية مواقع الحوثيين"));
    all.put("denied", n -> joined(n, "، ", i -> "من دون أن يسفر الهجوم عن سقوط قتلى أو جرحى"));
  }

  private static void openings(Map<String, IntFunction<String>> all) {
    all.put("nested quotes", n -> joined(n, " ", i -> "قال المصدر: «") + EVENT + " »".repeat(n));
    all.put("unclosed quotes", n -> joined(n, " ", i -> "قالت الشرطة \"" + EVENT + town(i) + "."));
    all.put("unclosed guillemets", n -> joined(n, " ", i -> "أعلن الجيش « مقتل جندي"));
    all.put("opening brackets", n -> joined(n, " ", i -> "(الجيش"));
    all.put("closing brackets", n -> joined(n, " ", i -> "الجيش)"));
    all.put("bare quotes", n -> "\"".repeat(n));
    all.put("bare guillemets", n -> "«".repeat(n));
    all.put("dashes", n -> joined(n, " ", i -> "- الجيش"));
    all.put("colons", n -> joined(n, " ", i -> "الجيش:"));
    all.put("full stops", n -> ".".repeat(n));
    all.put("abbreviated", n -> joined(n, " ", i -> "د. م."));
  }

  private static void lists(Map<String, IntFunction<String>> all, Knowledge knowledge) {
    List<String> ambiguous = ambiguous(knowledge);
    all.put("triggers", n -> joined(n, " ", i -> "قصف"));
    all.put(
        "triggers of all kinds",
        n -> joined(n, " ", i -> word(i, "قصف", "هجوم", "انفجار", "اغتيال")));
    all.put("a list of places", n -> EVENT + joined(n, " و", AdversarialTexts::town));
    all.put(
        "places one in another", n -> joined(n, " ", i -> "في قرية في ناحية في قضاء " + town(i)));
    all.put("ambiguous places", n -> joined(n, " و", i -> ambiguous.get(i % ambiguous.size())));
    all.put(
        "ambiguous places with events",
        n -> joined(n, ". ", i -> EVENT + ambiguous.get(i % ambiguous.size())));
    all.put("times", n -> joined(n, " ", i -> "يوم " + day(i) + " الماضي"));
    all.put(
        "times with events",
        n -> joined(n, ". ", i -> "وفي " + (1 + i % 28) + " مارس " + EVENT + town(i)));
    all.put("one event, many times", n -> EVENT + "تعز " + joined(n, " أو ", i -> "يوم " + day(i)));
    all.put(
        "dates in figures", n -> joined(n, " ", i -> 1 + i % 28 + "/" + (1 + i % 12) + "/2016"));
    all.put("chained figures", n -> joined(n, "-", i -> "" + (2010 + i % 15)));
    all.put("ranges", n -> joined(n, " ", i -> "من الأحد إلى"));
    all.put("number words", n -> joined(n, " و", i -> word(i, "خمسة", "عشرون", "مئة", "ألف")));
    all.put("tolls", n -> joined(n, " و", i -> "مقتل " + (1 + i % 80) + " وإصابة " + (1 + i % 70)));
    all.put(
        "tolls broken down",
        n -> "مقتل 90 شخصا بينهم " + joined(n, " و", i -> word(i, "طفل", "امرأة", "جندي")));
    all.put("among them", n -> joined(n, " ", i -> "بينهم"));
    all.put("ancestors", n -> "قتل محمد " + joined(n, " ", i -> "بن علي"));
    all.put("titles", n -> joined(n, " ", i -> "القائد العام الناطق باسم"));
    all.put(
        "parties",
        n -> joined(n, " و", i -> word(i, "الجيش", "الحوثيين", "حزب الله", "تنظيم داعش")));
    all.put("unknown groups", n -> joined(n, " ", i -> "حركة لواء كتائب"));
    all.put("weapons", n -> joined(n, " و", i -> word(i, "صواريخ", "قذائف هاون", "عبوات ناسفة")));
    all.put("speech verbs", n -> joined(n, " ", i -> "قال"));
    all.put("according to", n -> joined(n, " ", i -> "وفق ما نقلت عن"));
    all.put("prepositions", n -> joined(n, " ", i -> "في"));
    all.put("joined words", n -> joined(n, " ", i -> "و"));
    all.put("clitics", n -> joined(n, " ", i -> "وفبكلالوسالفبكل"));
  }

  private static void lines(Map<String, IntFunction<String>> all) {
    all.put("empty lines", n -> "الجيش" + "\n".repeat(n) + "قصف");
    all.put("short lines", n -> joined(n, "\n", i -> "اقرأ أيضا"));
    all.put("headlines", n -> joined(n, "\n", i -> EVENT + town(i)));
    all.put("one line again", n -> joined(n, "\n", i -> "تابعوا آخر الأخبار عبر قناتنا في تلغرام"));
    all.put(
        "posts",
        n -> joined(n, "\n", i -> "عاجل: " + EVENT + "— مراسل (@name" + i + ") March 3, 2016"));
    all.put(
        "addresses",
        n -> joined(n, " ", i -> "https://example.org/" + i + " pic.twitter.com/a" + i));
    all.put("tags", n -> joined(n, " ", i -> "#تعز @name"));
    all.put("credits", n -> joined(n, "\n", i -> "(رويترز)"));
  }

  private static void letters(Map<String, IntFunction<String>> all) {
    all.put("one word", "ا"::repeat);
    all.put("one word of clitics", n -> "وال".repeat(n));
    all.put("words run together", n -> "مدرسةشرطة".repeat(n));
    all.put("one word of endings", "ةا"::repeat);
    all.put("one figure", "7"::repeat);
    all.put("one figure with points", "1."::repeat);
    all.put("marks on one letter", n -> "قصف" + "\u064B".repeat(n));
    all.put("lengthened", n -> "ق" + "\u0640".repeat(n) + "صف");
    all.put("direction marks", "\u202Eقصف\u202C "::repeat);
    all.put("blanks", n -> "قصف" + " ".repeat(n) + "تعز");
    all.put("half surrogates", "\uD83D"::repeat);
    all.put("Latin", "bomb "::repeat);
    all.put("signs", "%$#@!"::repeat);
  }

  /** Names that most places share. */
  private static List<String> ambiguous(Knowledge knowledge) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Place place : knowledge.gazetteer().places()) {
      place.names().forEach(name -> places.merge(name, 1, Integer::sum));
    }
    return places.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(12)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** One family a list of the lexicon: its spellings, one behind the other. */
  static Map<String, IntFunction<String>> families(Lexicon lexicon) {
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    for (String list : lexicon.lists()) {
      List<String> spellings =
          lexicon.entries(list).stream().flatMap(e -> e.spellings().stream()).sorted().toList();
      if (!spellings.isEmpty()) {
        // A stride that shares no factor with most lengths visits every spelling in a mixed order.
        // The event before them keeps short rows from being left early, which long ones are not.
        all.put(
            "list " + list,
            n -> EVENT + joined(n, " ", i -> spellings.get((i * 7919) % spellings.size())));
      }
    }
    return all;
  }

  private static String joined(int units, String between, IntFunction<String> unit) {
    StringBuilder text = new StringBuilder(units * 16);
    for (int i = 0; i < units; i++) {
      text.append(i == 0 ? "" : between).append(unit.apply(i));
    }
    return text.toString();
  }

  private static String town(int i) {
    return TOWNS.get(i % TOWNS.size());
  }

  private static String day(int i) {
    return DAYS.get(i % DAYS.size());
  }

  private static String word(int i, String... words) {
    return words[i % words.length];
  }
}

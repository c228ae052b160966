package org.isnad.io.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Our own pages with what is right for each ({@code gold.jsonl}), written by {@code
 * bench/pages/make.py}; and the measure: F1 over the multiset of words of the body.
 */
public final class GoldPages {

  private GoldPages() {}

  /** One page. */
  public record Gold(
      String page, byte[] bytes, String url, String title, LocalDate published, JsonNode all) {

    /** The paragraphs of the story with line ends between. */
    public String body() {
      List<String> lines = new ArrayList<>();
      all.get("body").values().forEach(line -> lines.add(line.asString()));
      return String.join("\n", lines);
    }
  }

  /** All pages of a folder. */
  public static List<Gold> read(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Gold> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode gold = json.readTree(line);
      String name = gold.get("page").asString();
      pages.add(
          new Gold(
              name,
              Files.readAllBytes(folder.resolve(name)),
              gold.get("url").asString(),
              gold.get("title").asString(),
              LocalDate.parse(gold.get("published").asString()),
              gold));
    }
    return pages;
  }

  /** F1 of each page's body as {@code reader} reads it, by page. */
  public static Map<String, Double> bodies(List<Gold> pages, Function<Gold, String> reader) {
    Map<String, Double> scores = new TreeMap<>();
    pages.forEach(p -> scores.put(p.page(), f1(p.body(), reader.apply(p))));
    return scores;
  }

  /** F1 over words, each as often as it stands. */
  public static double f1(String gold, String read) {
    Map<String, Integer> left = new HashMap<>();
    List<String> expected = words(gold);
    List<String> found = words(read);
    expected.forEach(w -> left.merge(w, 1, Integer::sum));
    int right = 0;
    for (String word : found) {
      int times = left.getOrDefault(word, 0);
      left.put(word, times - 1);
      right += times > 0 ? 1 : 0;
    }
    return expected.isEmpty() && found.isEmpty()
        ? 1
        : 2.0 * right / (expected.size() + found.size());
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}\\p{N}]++")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}

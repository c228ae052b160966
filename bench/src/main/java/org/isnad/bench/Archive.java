package org.isnad.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.lexicon.Place;

/**
 * Writes any number of invented articles as JSON Lines, to measure runs and stores: each tells of
 * one event in a place of the gazetteer, and every sixth is a reprint of an earlier one by an
 * outlet that has not printed it yet, a few days later. The same number gives the same articles.
 *
 * <pre>{@code
 * java -cp … org.isnad.bench.Archive 100000 articles.jsonl
 * }</pre>
 */
public final class Archive {

  /** Share of reprints, as one in so many; news archives measured in trials have more. */
  private static final int REPRINT = 6;

  private static final int OUTLETS = 40;
  private static final int DAYS = 3650;
  private static final int KEPT = 5000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);

  private final Random random = new Random(7);
  private final Map<String, List<String>> parts = parts();
  private final List<String> places =
      ArabicKnowledge.load().gazetteer().places().stream()
          .filter(place -> place.kind() == Place.Kind.SETTLEMENT && !place.needsCue())
          .map(place -> place.names().getFirst())
          .toList();
  private final List<Told> told = new ArrayList<>();

  private Archive() {}

  /** What was told: the number of the first article that told it stands for the event. */
  private record Told(String text, int day, int event, Set<Integer> outlets) {}

  /** Takes the number of articles, the file to write, and where wanted a file for what is true. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2 && args.length != 3) {
      System.err.println("usage: Archive NUMBER FILE [TRUTH]");
      System.exit(2);
    }
    Map<String, Integer> events = write(Integer.parseInt(args[0]), Path.of(args[1]));
    if (args.length == 3) {
      try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
        for (Map.Entry<String, Integer> event : events.entrySet()) {
          out.write(event.getKey() + "\t" + event.getValue() + "\n");
        }
      }
    }
  }

  /**
   * Writes so many articles.
   *
   * @return by the id of each article the number of its event; reprints have that of their original
   */
  public static Map<String, Integer> write(int number, Path file) throws IOException {
    Archive archive = new Archive();
    Map<String, Integer> events = new TreeMap<>();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int n = 1; n <= number; n++) {
        out.write(archive.line(n, events));
        out.write('\n');
      }
    }
    return events;
  }

  private String line(int number, Map<String, Integer> events) {
    boolean reprint = told.size() > OUTLETS && number % REPRINT == 0;
    Told now = reprint ? reprinted() : news(number);
    if (told.size() < KEPT) {
      told.add(now);
    } else {
      told.set(random.nextInt(KEPT), now);
    }
    events.put("a%07d".formatted(number), now.event);
    int outlet = outlet(now);
    return "{\"id\":\"a%07d\",\"outlet\":\"outlet-%02d\",\"published\":\"%s\",\"text\":\"%s\"}"
        .formatted(number, outlet, FIRST_DAY.plusDays(now.day), now.text.replace("\n", "\\n"));
  }

  /** An outlet that has not printed the text: the same text again would be the same article. */
  private int outlet(Told now) {
    int outlet = random.nextInt(OUTLETS);
    while (!now.outlets.add(outlet)) {
      outlet = (outlet + 1) % OUTLETS;
    }
    return outlet;
  }

  private Told reprinted() {
    Told old = told.get(random.nextInt(told.size()));
    while (old.outlets.size() == OUTLETS) {
      old = told.get(random.nextInt(told.size()));
    }
    return new Told(old.text, Math.min(DAYS, old.day + random.nextInt(4)), old.event, old.outlets);
  }

  private Told news(int number) {
    StringBuilder text = new StringBuilder(sentence("lead", number));
    int sentences = 4 + random.nextInt(5);
    for (int n = 0; n < sentences; n++) {
      text.append(n % 3 == 0 ? "\n" : " ").append(sentence("body", number * 10 + n));
    }
    return new Told(text.toString(), random.nextInt(DAYS), number, new TreeSet<>());
  }

  private String sentence(String part, int word) {
    String sentence = one(part);
    for (String slot : List.of("site", "source", "day")) {
      while (sentence.contains("{" + slot + "}")) {
        sentence = sentence.replaceFirst("\\{" + slot + "}", one(slot));
      }
    }
    while (sentence.contains("{number}")) {
      sentence = sentence.replaceFirst("\\{number}", Integer.toString(3 + random.nextInt(8)));
    }
    return sentence
        .replace("{place}", places.get(random.nextInt(places.size())))
        .replace("{word}", Integer.toString(word));
  }

  private String one(String part) {
    List<String> all = parts.getOrDefault(part, List.of());
    return all.get(random.nextInt(all.size()));
  }

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new TreeMap<>();
    try (InputStream in = Archive.class.getResourceAsStream("archive.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> parts.computeIfAbsent(cells[0], p -> new ArrayList<>()).add(cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}

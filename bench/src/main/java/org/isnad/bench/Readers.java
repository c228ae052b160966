package org.isnad.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Measures a running server as its readers see it: first each kind of question alone, one after the
 * other, then many readers at once who ask all kinds without a pause.
 *
 * <pre>{@code
 * ./isnad serve --data DIR --port 8765 &
 * bench/run Readers http://localhost:8765 200 60 PID     200 readers, 60 seconds, memory of PID
 * }</pre>
 */
public final class Readers {

  private static final int ALONE = 200;
  private static final int WARM_UP = 50;
  private static final List<String> COUNTRIES = List.of("IQ", "SY", "YE", "LB", "LY", "SD", "PS");
  private static final List<String> TYPES = List.of("bombing", "clash", "shelling", "abduction");

  /** What readers ask, by its name. */
  private static final Map<String, Function<Random, String>> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("first page", random -> "incidents");
    QUESTIONS.put("page under filters", random -> "incidents?" + filters(random));
    QUESTIONS.put("page in a box", random -> "incidents?limit=500&bbox=" + box(random));
    QUESTIONS.put("facets", random -> "aggregates");
    QUESTIONS.put("facets under filters", random -> "aggregates?" + filters(random));
    QUESTIONS.put("facets in a box", random -> "aggregates?bbox=" + box(random));
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  private Readers(String url) {
    this.root = url + "/api/v1/";
  }

  /** Takes the address, the number of readers, for how many seconds, and the server's process. */
  public static void main(String[] args) throws Exception {
    if (args.length < 3) {
      System.err.println("usage: Readers URL READERS SECONDS [PID]");
      System.exit(2);
    }
    Readers readers = new Readers(args[0]);
    readers.alone();
    memory(args);
    readers.together(Integer.parseInt(args[1]), Duration.ofSeconds(Long.parseLong(args[2])));
    memory(args);
    readers.client.close();
  }

  private void alone() throws IOException, InterruptedException {
    for (Map.Entry<String, Function<Random, String>> question : QUESTIONS.entrySet()) {
      Random random = new Random(11);
      long[] nanos = new long[ALONE];
      for (int i = -WARM_UP; i < ALONE; i++) {
        long start = System.nanoTime();
        int status = ask(question.getValue().apply(random)).statusCode();
        if (status != 200) {
          throw new IOException(question.getKey() + " is answered " + status);
        }
        if (i >= 0) {
          nanos[i] = System.nanoTime() - start;
        }
      }
      print(question.getKey(), nanos);
    }
  }

  private void together(int readers, Duration lasts) throws InterruptedException {
    AtomicInteger errors = new AtomicInteger();
    List<List<Long>> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long end = System.nanoTime() + lasts.toNanos();
    for (int reader = 0; reader < readers; reader++) {
      List<Long> nanos = new ArrayList<>();
      Random random = new Random(reader);
      all.add(nanos);
      threads.add(Thread.startVirtualThread(() -> read(random, end, nanos, errors)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] nanos = all.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
    print(readers + " readers at once", nanos);
    System.out.printf(
        Locale.ROOT,
        "%,d answers in %d s, %.0f a second, %d errors%n",
        nanos.length,
        lasts.toSeconds(),
        nanos.length / (double) lasts.toSeconds(),
        errors.get());
  }

  private void read(Random random, long end, List<Long> nanos, AtomicInteger errors) {
    List<Function<Random, String>> questions = List.copyOf(QUESTIONS.values());
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      try {
        String question = questions.get(random.nextInt(questions.size())).apply(random);
        if (ask(question).statusCode() != 200) {
          errors.incrementAndGet();
        }
      } catch (IOException e) {
        errors.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      nanos.add(System.nanoTime() - start);
    }
  }

  private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60)).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String filters(Random random) {
    LocalDate from = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3650));
    return switch (random.nextInt(4)) {
      case 0 -> "from=" + from + "&to=" + from.plusDays(6);
      case 1 -> "country=" + one(COUNTRIES, random) + "&from=" + from + "&to=" + from.plusDays(90);
      case 2 -> "type=" + one(TYPES, random) + "&killed_min=" + (1 + random.nextInt(10));
      default -> "country=" + one(COUNTRIES, random) + "&disputed=true&min_independent=2";
    };
  }

  /** Half a degree to four degrees wide, somewhere between Tripoli and Basra. */
  private static String box(Random random) {
    double west = 13 + random.nextDouble() * 34;
    double south = 13 + random.nextDouble() * 22;
    double wide = 0.5 + random.nextDouble() * 3.5;
    return String.format(
        Locale.ROOT, "%.3f,%.3f,%.3f,%.3f", west, south, west + wide, south + wide);
  }

  private static String one(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static void print(String name, long[] nanos) {
    long[] sorted = nanos.clone();
    java.util.Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-24s half within %6.1f ms, 95%% within %7.1f ms, all within %7.1f ms%n",
        name,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.95)] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  /** What the kernel says of the server's memory. */
  private static void memory(String[] args) throws IOException {
    if (args.length > 3) {
      for (String line : Files.readAllLines(Path.of("/proc/" + args[3] + "/status"))) {
        if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
          System.out.println("server " + line.replaceAll("\\s+", " "));
        }
      }
    }
  }
}

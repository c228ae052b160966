package org.isnad.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers to requests that were sent under a key, so that a repetition is answered the same and
 * does nothing. The last {@value #KEPT} are kept while the server runs.
 */
final class Repetitions {

  private static final int KEPT = 10_000;

  private final Map<String, Answered> answers =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
          return size() > KEPT;
        }
      };

  private record Answered(String request, byte[] answer) {}

  /**
   * The answer to a request, worked out at most once for every key of a person.
   *
   * @param key as the request names it, or null: then it is worked out
   * @param request what was asked; the same key for something else is refused
   * @throws ApiProblem 422 where the key was used for something else
   */
  byte[] once(String person, @Nullable String key, String request, Supplier<byte[]> work) {
    if (key == null || key.isBlank()) {
      return work.get();
    }
    String name = person + "\n" + key;
    // One at a time: two copies of a request must not both find that nothing was done yet.
    synchronized (answers) {
      Answered known = answers.get(name);
      if (known == null) {
        known = new Answered(request, Objects.requireNonNull(work.get()));
        answers.put(name, known);
      } else if (!known.request().equals(request)) {
        throw new ApiProblem(
            422,
            "key-reused",
            "This key was used for another request.",
            "use a new Idempotency-Key for every request that is not a repetition",
            List.of(new ApiProblem.Fault("Idempotency-Key", "reused", key)));
      }
      return known.answer();
    }
  }
}

package org.isnad.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.isnad.core.incident.Decision;
import org.isnad.io.ContentHash;
import org.isnad.server.Route.Parameter;
import org.isnad.store.Repetitions;
import org.isnad.store.Repetitions.Known;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are sent under an {@code Idempotency-Key}: a repetition is answered the same and
 * does nothing. Answers lie in the store for {@link Repetitions#KEPT}.
 */
final class Repeats {

  /** The header. */
  static final Parameter KEY =
      new Parameter(
          "Idempotency-Key",
          "header",
          false,
          "{\"type\":\"string\",\"maxLength\":200}",
          "A name for this request; a repetition changes nothing.");

  private static final int LONGEST = 200;

  private final Repetitions repetitions;
  private final Clock clock;

  Repeats(Store store, Clock clock) {
    this.repetitions = store.repetitions();
    this.clock = clock;
  }

  /**
   * The answer to a request, worked out at most once for every key of a person.
   *
   * @param what what is asked, beside method and path
   * @throws ApiProblem 422 where the key was used for something else, 409 while it is worked on
   */
  String once(Context request, String what, Supplier<String> work) {
    String[] answer = new String[1];
    return isFresh(request, what, answer) ? work(request, work) : String.valueOf(answer[0]);
  }

  /**
   * Whether the request has to be worked out, which {@link #work} then must do.
   *
   * @param answer takes the answer where there is one already
   */
  boolean isFresh(Context request, String what, @Nullable String[] answer) {
    String key = key(request);
    if (key == null) {
      return true;
    }
    String digest = ContentHash.of(request.method() + " " + request.path() + "\n" + what);
    return switch (repetitions.take(person(request), key, digest, clock.instant())) {
      case Known.Fresh _ -> true;
      case Known.Answered known -> {
        answer[0] = known.answer();
        yield false;
      }
      case Known.Another _ ->
          throw new ApiProblem(
              422,
              "key-reused",
              "This key was used for another request.",
              "use a new Idempotency-Key for every request that is not a repetition",
              List.of(new ApiProblem.Fault("Idempotency-Key", "reused", key)));
      case Known.Running _ -> {
        request.header("Retry-After", "1");
        throw new ApiProblem(
            409,
            "still-running",
            "The same request is being worked on.",
            "ask again in a moment",
            List.of());
      }
    };
  }

  /**
   * What keeps the answer to a fresh request in the transaction that takes its decision down; null
   * where it was sent without a key.
   */
  static Repetitions.@Nullable Owed owed(Context request, Function<Decision, String> answer) {
    String key = key(request);
    return key == null ? null : new Repetitions.Owed(person(request), key, answer);
  }

  /** Works a fresh request out, and keeps the answer; a failure gives the key back. */
  String work(Context request, Supplier<String> work) {
    String key = key(request);
    if (key == null) {
      return work.get();
    }
    boolean done = false;
    try {
      String answer = work.get();
      done = true;
      repetitions.answer(person(request), key, answer);
      return answer;
    } finally {
      if (!done) {
        repetitions.release(person(request), key);
      }
    }
  }

  private static String person(Context request) {
    return Guard.asker(request).name();
  }

  private static @Nullable String key(Context request) {
    String key = request.header("Idempotency-Key");
    if (key == null || key.isBlank()) {
      return null;
    }
    if (key.length() > LONGEST) {
      throw ApiProblem.parameter("Idempotency-Key", "…", "at most " + LONGEST + " characters");
    }
    return key;
  }
}

package org.isnad.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * What was worked out for a question, as long as the store has not changed. Of many who ask the
 * same at once, one works it out and the others wait.
 *
 * @param <Q> the question; equal ones have the same answer
 * @param <A> the answer, which nobody changes
 */
final class Remembered<Q, A> {

  /** Answers kept; counts of all facets take some 30 kB. */
  private static final int MOST = 500;

  private final Function<Q, A> work;
  private final Map<Q, FutureTask<A>> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, FutureTask<A>> eldest) {
          return size() > MOST;
        }
      };
  private long version = -1;

  Remembered(Function<Q, A> work) {
    this.work = work;
  }

  /**
   * The answer.
   *
   * @param now the number of the last change, read before
   */
  A of(Q question, long now) {
    FutureTask<A> task;
    synchronized (answers) {
      if (now != version) {
        answers.clear();
        version = now;
      }
      task = answers.computeIfAbsent(question, asked -> new FutureTask<>(() -> work.apply(asked)));
    }
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      synchronized (answers) {
        answers.remove(question, task);
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server ends", e);
    }
  }
}

package org.isnad.core.mention;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, and kept. For use by one thread.
 *
 * @param <T> what it is
 */
public final class Once<T> implements Supplier<T> {

  private final Supplier<? extends T> maker;
  private @Nullable T value;

  private Once(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  /** The value that {@code maker}, asked once at most, makes. */
  public static <T> Once<T> of(Supplier<? extends T> maker) {
    return new Once<>(maker);
  }

  @Override
  public T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}

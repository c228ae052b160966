package org.isnad.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a reader that pushes them, for a task that pulls. The reader has a thread of its own and
 * waits while a few rows have not been taken, so that a file of any size takes little memory.
 */
final class Pushed implements Iterator<Row>, AutoCloseable {

  /** Rows that wait: an article has a million characters at most. */
  private static final int WAITING = 16;

  private static final Row END = RowFactory.create();

  private final BlockingQueue<Row> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private @Nullable Row next;

  /** Starts a reader, which hands its rows to what it is given. */
  Pushed(Consumer<Consumer<Row>> reader) {
    thread = Thread.ofPlatform().daemon().name("capture").unstarted(() -> run(reader));
    thread.start();
  }

  private void run(Consumer<Consumer<Row>> reader) {
    try {
      reader.accept(this::put);
    } catch (Throwable e) {
      failure = e;
    }
    if (!closed) {
      put(END);
    }
  }

  private void put(Row row) {
    try {
      if (!closed) {
        waiting.put(row);
        return;
      }
    } catch (InterruptedException e) {
      closed = true;
    }
    throw new CancellationException("nobody takes rows any more");
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = waiting.take();
      } catch (InterruptedException e) {
        close();
        throw new CancellationException("the task was stopped");
      }
    }
    if (next == END && failure != null) {
      throw new IllegalStateException("reading failed", failure);
    }
    return next != END;
  }

  @Override
  public Row next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  /** Ends the reader, wherever it is. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}

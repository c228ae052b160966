package org.isnad.server;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the HTTP server underneath refuses by itself, before any route is asked: heads that are
 * broken or too large. It is answered as any other problem, with the headers of safety, and says
 * that the connection ends. Without that word a client keeps the connection for its next request,
 * which is then lost: this server closes after every head it could not read.
 */
final class Refusals extends ErrorHandler {

  /**
   * So much of a refused body is read and thrown away, in bytes, so that the answer gets through.
   */
  private static final long MOST_DROPPED = 4 << 20;

  /** And for so long. */
  private static final Duration LONGEST_DROPPED = Duration.ofSeconds(2);

  private static final long PAUSE_NANOS = 2_000_000;

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    byte[] answer =
        Problems.bytes(
            Problems.refused(status, HttpStatus.getMessage(status)),
            "",
            UUID.randomUUID().toString());
    HttpFields.Mutable headers = response.getHeaders();
    Guard.SAFETY.forEach((name, value) -> headers.put(new HttpField(name, value)));
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    headers.put(HttpHeader.CONTENT_LENGTH, answer.length);
    headers.put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(answer), callback);
    return true;
  }

  /**
   * Reads the rest of a body that nobody wants, within bounds. A connection that is closed on bytes
   * nobody read is torn down, and the answer may be lost with it. A body that is too large for
   * that, or that waits to be asked for ({@code Expect: 100-continue}), is not waited for.
   *
   * @return whether the body has ended, so that the connection can go on
   */
  static boolean drop(Context request) {
    if (request.req().getContentLengthLong() > MOST_DROPPED || request.header("Expect") != null) {
      return false;
    }
    try {
      return drop(request.req().getInputStream());
    } catch (IOException | RuntimeException e) {
      return false; // broken off, or too slow: what is wrong with it has been said already
    }
  }

  /** Takes what has come, and waits a little for more; never for as long as a sender likes. */
  private static boolean drop(ServletInputStream body) throws IOException {
    byte[] some = new byte[8192];
    long end = System.nanoTime() + LONGEST_DROPPED.toNanos();
    long dropped = 0;
    while (dropped < MOST_DROPPED && System.nanoTime() < end) {
      if (body.isFinished()) {
        return true;
      }
      if (body.available() > 0) {
        dropped += Math.max(0, body.read(some));
      } else if (!body.isFinished()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return body.isFinished();
  }
}

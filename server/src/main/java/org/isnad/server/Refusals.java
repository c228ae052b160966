package org.isnad.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
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
   * nobody read is torn down, and the answer may be lost with it.
   *
   * @return whether the body has ended, so that the connection can go on
   */
  static boolean drop(Context request) {
    byte[] some = new byte[8192];
    long end = System.nanoTime() + LONGEST_DROPPED.toNanos();
    long dropped = 0;
    try {
      InputStream body = request.req().getInputStream();
      while (dropped < MOST_DROPPED && System.nanoTime() < end) {
        int read = body.read(some);
        if (read < 0) {
          return true;
        }
        dropped += read;
      }
    } catch (IOException | RuntimeException e) {
      return false; // broken off, or too slow: what is wrong with it has been said already
    }
    return false;
  }
}

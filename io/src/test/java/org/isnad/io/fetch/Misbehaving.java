package org.isnad.io.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers each path as a test says, rightly or wrongly. */
public final class Misbehaving implements AutoCloseable {

  /** Writes an answer to a question with these header lines. */
  public interface Answering {
    /** Writes raw bytes. */
    void answer(OutputStream out, List<String> question) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Map<String, Answering> paths = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** A server on a free port. */
  public Misbehaving() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /** Answers a path so. */
  public Misbehaving on(String path, Answering answering) {
    paths.put(path, answering);
    return this;
  }

  /** Answers a path with fixed text. */
  public Misbehaving on(String path, String raw) {
    return on(path, (out, question) -> out.write(raw.getBytes(StandardCharsets.UTF_8)));
  }

  /** A whole answer. */
  public static String ok(String headers, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        + headers
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  /** The address of a path. */
  public String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  /** The paths that were asked for, in order. */
  public List<String> asked() {
    return asked;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> answer(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      List<String> question = new CopyOnWriteArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        question.add(line);
      }
      String path = question.getFirst().split(" ")[1];
      asked.add(path);
      Answering answering = paths.get(path);
      OutputStream out = client.getOutputStream();
      if (answering == null) {
        out.write(
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
      } else {
        answering.answer(out, question);
      }
      out.flush();
    } catch (IOException | InterruptedException | RuntimeException e) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

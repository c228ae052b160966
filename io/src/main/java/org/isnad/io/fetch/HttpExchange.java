package org.isnad.io.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.netpreserve.jwarc.HttpResponse;

/**
 * One question over one connection to an address that has been checked: the name is not resolved
 * again, so that it cannot point elsewhere in between. The server's certificate is checked against
 * the name. The whole answer is read within the limits before it is parsed.
 */
final class HttpExchange {

  /** A server that sends nothing for so long is given up, in milliseconds. */
  private static final int LONGEST_SILENCE = 20_000;

  /** Header and chunk marks around a body. */
  private static final int OVERHEAD = 256 << 10;

  private final FetchLimits limits;
  private final String agent;

  HttpExchange(FetchLimits limits, String agent) {
    this.limits = limits;
    this.agent = agent;
  }

  /**
   * The answer.
   *
   * @param status HTTP status
   * @param http the head of the answer
   * @param raw everything that came
   */
  record Reply(int status, HttpResponse http, byte[] raw) {}

  /** More came than the limits allow. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message);
    }
  }

  /** Asks {@code uri} at {@code address} with further header fields. */
  Reply ask(URI uri, InetAddress address, Map<String, String> fields) throws IOException {
    long end = System.nanoTime() + limits.total().toNanos();
    try (Socket socket = connect(uri, address)) {
      OutputStream out = socket.getOutputStream();
      out.write(question(uri, fields).getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      byte[] raw = read(new Timed(socket, end), limits.bytes() + OVERHEAD);
      byte[] sized = HttpHead.sized(raw);
      HttpResponse http = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(sized)));
      return new Reply(http.status(), http, raw);
    } catch (org.netpreserve.jwarc.ParsingException e) {
      throw new IOException("no HTTP answer: " + e.getMessage(), e);
    }
  }

  private Socket connect(URI uri, InetAddress address) throws IOException {
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address, port), (int) limits.connect().toMillis());
      plain.setSoTimeout(LONGEST_SILENCE);
      return secure ? secured(plain, uri.getHost(), port) : plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private String question(URI uri, Map<String, String> fields) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
    StringBuilder text = new StringBuilder();
    text.append("GET ").append(path).append(query).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(uri.getHost()).append(port).append("\r\n");
    text.append("User-Agent: ").append(agent).append("\r\n");
    text.append("Accept: text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5\r\n");
    text.append("Accept-Encoding: gzip\r\nConnection: close\r\n");
    fields.forEach(
        (name, value) -> text.append(name).append(": ").append(oneLine(value)).append("\r\n"));
    return text.append("\r\n").toString();
  }

  private static String oneLine(String value) {
    return value.replace('\r', ' ').replace('\n', ' ');
  }

  private static byte[] read(InputStream in, int most) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 13];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      all.write(chunk, 0, n);
      if (all.size() > most) {
        throw new TooMuchException("more than " + most + " bytes");
      }
    }
    return all.toByteArray();
  }

  /** A stream that ends when the time for the whole answer is over. */
  private static final class Timed extends FilterInputStream {
    private final Socket socket;
    private final long end;

    Timed(Socket socket, long end) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.end = end;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("the answer was not whole in time");
      }
      socket.setSoTimeout((int) Math.min(LONGEST_SILENCE, left));
      return super.read(bytes, offset, length);
    }
  }
}

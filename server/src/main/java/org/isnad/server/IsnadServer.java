package org.isnad.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/** The server over one workspace; {@link #start} returns once it listens. */
public final class IsnadServer implements AutoCloseable {

  /** Largest body taken, in bytes; decisions are small. */
  private static final long LARGEST_BODY = 1 << 20;

  /** Largest head of a request, in bytes; a filter of two hundred ids has about four thousand. */
  private static final int LARGEST_HEADER = 16 << 10;

  /** A body that comes slower than this, in bytes a second, is cut off; a telephone sends 2,000. */
  private static final int SLOWEST_BODY = 500;

  /** More connections at once are not taken until others end. */
  private static final int MOST_CONNECTIONS = 2_000;

  private final Javalin javalin;
  private final ServerOptions options;

  private IsnadServer(Javalin javalin, ServerOptions options) {
    this.javalin = javalin;
    this.options = options;
  }

  /**
   * Starts a server.
   *
   * @throws IllegalArgumentException if it would listen beyond this machine without accounts, or
   *     cannot listen there
   */
  public static IsnadServer start(Routes routes, Identities identities, ServerOptions options) {
    allowed(identities, options);
    Guard guard = new Guard(identities, options);
    Javalin javalin =
        Javalin.create(
            config -> {
              settle(config);
              register(config, routes.all(), guard);
            });
    listen(javalin, options);
    return new IsnadServer(javalin, options);
  }

  private static void listen(Javalin javalin, ServerOptions options) {
    try {
      javalin.start(options.host(), options.port());
    } catch (JavalinException e) {
      throw new IllegalArgumentException(
          "cannot listen on "
              + options.host()
              + " port "
              + options.port()
              + (e instanceof JavalinBindException
                  ? "; if another program has it, --port 0 takes a free one"
                  : ": " + e.getMessage()),
          e);
    }
  }

  /**
   * Refuses to listen where others are let in whom nobody asks who they are.
   *
   * @throws IllegalArgumentException if it would listen beyond this machine without accounts
   */
  public static void allowed(Identities identities, ServerOptions options) {
    if (!options.isLoopback() && !identities.haveAccounts()) {
      throw new IllegalArgumentException(
          "without accounts the server listens on this machine only; 'isnad user add NAME --role"
              + " admin' makes one, or leave out --host "
              + options.host());
    }
  }

  /** The port on which it listens. */
  public int port() {
    return javalin.port();
  }

  /** Where its pages are. */
  public String address() {
    return "http://" + (options.isLoopback() ? "localhost" : options.host()) + ":" + port() + "/";
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void settle(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = LARGEST_BODY;
    config.http.prefer405over404 = true;
    config.concurrency.useVirtualThreads = true;
    config.jetty.multipartConfig.maxFileSize(ImportApi.LARGEST, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(ImportApi.LARGEST, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(LARGEST_HEADER);
          http.setMinRequestDataRate(SLOWEST_BODY);
          http.setSendServerVersion(false);
        });
    config.jetty.modifyServer(
        server -> {
          server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
          server.setErrorHandler(new Refusals());
        });
  }

  private static void register(JavalinConfig config, List<Route> routes, Guard guard) {
    config.routes.before(
        request -> {
          request.attribute("request", UUID.randomUUID().toString());
          guard.secure(request);
        });
    for (Route route : routes) {
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(route.method()),
          route.path(),
          request -> {
            request.attribute("identity", guard.admit(request, route));
            handle(route, request);
          });
    }
    config.routes.exception(
        ApiProblem.class, (problem, request) -> Problems.answer(request, problem));
    config.routes.exception(
        HttpResponseException.class, (e, request) -> Problems.answer(request, Problems.of(e)));
    config.routes.exception(
        HttpException.RuntimeException.class,
        (e, request) -> Problems.answer(request, Problems.refused(e.getCode(), e.getReason())));
    config.routes.exception(
        EofException.class, (e, request) -> Problems.answer(request, Problems.brokenOff()));
    config.routes.exception(
        Exception.class, (e, request) -> Problems.answer(request, Problems.unexpected(e)));
    config.routes.error(404, request -> notFound(request));
  }

  /** Something nested so deep that the stack does not hold it is the fault of what was sent. */
  static void handle(Route route, Context request) throws Exception {
    try {
      route.handler().handle(request);
    } catch (StackOverflowError e) {
      throw ApiProblem.body("", "it is nested too deep");
    }
  }

  private static void notFound(Context request) {
    if (request.resultInputStream() == null) {
      Problems.answer(request, ApiProblem.unknown("page", request.path()));
    }
  }
}

package org.isnad.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the server listens, and under which names.
 *
 * @param host address or name of the interface
 * @param port TCP port; 0 takes a free one
 * @param names further host names that it answers to
 * @param proxies addresses of reverse proxies whose forwarding headers are believed
 * @param secure whether it is reached over https, so that cookies are sent over nothing else
 */
public record ServerOptions(
    String host, int port, Set<String> names, Set<String> proxies, boolean secure) {

  /** Only this machine can reach it. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final int MOST_PORT = 65_535;

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Copies the sets, names in small letters.
   *
   * @throws IllegalArgumentException if there is no such port
   */
  public ServerOptions {
    if (port < 0 || port > MOST_PORT) {
      throw new IllegalArgumentException(
          "no port " + port + "; expected 1 to 65535, or 0 for a free one");
    }
    Set<String> lower = new TreeSet<>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    names = Set.copyOf(lower);
    proxies = Set.copyOf(proxies);
  }

  /** On an interface, without proxy and further names. */
  public ServerOptions(String host, int port) {
    this(host, port, Set.of(), Set.of(), false);
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Whether it answers to this name: its own, those of loopback, those it was given, and beyond
   * loopback any plain address, which no hostile site can make its own name point to.
   *
   * @param name in small letters, without the port
   */
  boolean answersTo(String name) {
    return LOOPBACK_NAMES.contains(name)
        || names.contains(name)
        || (!isLoopback() && (name.equals(host.toLowerCase(Locale.ROOT)) || isAddress(name)));
  }

  /** Whether this is an address in figures. */
  private static boolean isAddress(String name) {
    return name.startsWith("[")
        || (!name.isEmpty() && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }
}

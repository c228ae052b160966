package org.isnad.io.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which addresses may be asked: those of the public internet, and hosts that the user names.
 * Private, loopback, link-local, unique-local, shared, documentation, multicast and reserved ranges
 * (IANA special-purpose registries) are refused, also where an IPv6 address carries such an IPv4
 * address inside. Immutable.
 */
public final class AddressGuard {

  private final Set<String> allowed;

  /**
   * A guard.
   *
   * @param allowed hosts that may be asked wherever they are, as names or literal addresses
   */
  public AddressGuard(Set<String> allowed) {
    Set<String> names = new TreeSet<>();
    allowed.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    this.allowed = Set.copyOf(names);
  }

  /** Whether the user named this host. */
  boolean isNamed(String host) {
    return allowed.contains(host.toLowerCase(Locale.ROOT));
  }

  /**
   * Where to connect to for a host: its first address, if all of its addresses are public.
   *
   * @throws ForbiddenAddressException where one is not
   * @throws UnknownHostException where it has none
   */
  InetAddress resolve(String host) throws UnknownHostException, ForbiddenAddressException {
    InetAddress[] all = InetAddress.getAllByName(host);
    if (!isNamed(host)) {
      for (InetAddress address : all) {
        if (!isPublic(address)) {
          throw new ForbiddenAddressException(host, address);
        }
      }
    }
    return all[0];
  }

  /** Whether an address is part of the public internet. */
  public static boolean isPublic(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress(), 0);
      case Inet6Address six -> isPublic6(six.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic(byte[] bytes, int at) {
    int a = bytes[at] & 0xFF;
    int b = bytes[at + 1] & 0xFF;
    int c = bytes[at + 2] & 0xFF;
    boolean special =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || a == 100 && b >= 64 && b < 128
            || a == 169 && b == 254
            || a == 172 && b >= 16 && b < 32
            || a == 192 && b == 168
            || a == 192 && b == 0 && (c == 0 || c == 2)
            || a == 192 && b == 88 && c == 99
            || a == 198 && (b == 18 || b == 19)
            || a == 198 && b == 51 && c == 100
            || a == 203 && b == 0 && c == 113;
    return !special;
  }

  /**
   * Global unicast is 2000::/3; what translates or tunnels IPv4 is judged by the address inside.
   */
  private static boolean isPublic6(byte[] b) {
    int first = (b[0] & 0xFF) << 8 | b[1] & 0xFF;
    int second = (b[2] & 0xFF) << 8 | b[3] & 0xFF;
    if (first == 0x0064 && second == 0xFF9B) {
      return zeros(b, 4, 12) && isPublic(b, 12);
    }
    if (first == 0x2002) {
      return isPublic(b, 2);
    }
    boolean global = (b[0] & 0xE0) == 0x20;
    boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0DB8) || first == 0x3FFF;
    return global && !special;
  }

  private static boolean zeros(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** A host lies where nobody may ask. */
  static final class ForbiddenAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host, InetAddress address) {
      super(
          host
              + " is at "
              + address.getHostAddress()
              + ", which is no public address; name it with --allow-host if it is meant");
    }
  }
}

package org.isnad.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the server listens.
 *
 * @param host address or name of the interface
 * @param port TCP port; 0 takes a free one
 */
public record ServerOptions(String host, int port) {

  /** Only this machine can reach it. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

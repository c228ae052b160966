package org.isnad.server;

import io.javalin.http.Context;

/** Tells who asks. */
@FunctionalInterface
public interface Identities {

  /** Who sent the request; {@link Identity#NOBODY} where it does not say. */
  Identity of(Context request);

  /** One person on their own machine, who may everything. */
  static Identities local(String name) {
    Identity everybody = new Identity(name, Role.ADMIN);
    return request -> everybody;
  }
}

package org.isnad.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objects of JSON, one after the other. */
final class JsonObjects implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutputStream out;
  private boolean first = true;

  JsonObjects(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode read(String json) {
    return (ObjectNode) JSON.readTree(json);
  }

  /** Writes text as it is. */
  void raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an object on a line of its own. */
  void line(ObjectNode node) throws IOException {
    write(node);
    out.write('\n');
  }

  /** Writes an object of a list, with a comma before all but the first. */
  void item(ObjectNode node) throws IOException {
    raw(first ? "\n" : ",\n");
    first = false;
    write(node);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write(ObjectNode node) throws IOException {
    out.write(JSON.writeValueAsBytes(node));
  }
}

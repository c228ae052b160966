package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;
import org.isnad.store.IncidentRecord;
import tools.jackson.databind.node.ObjectNode;

/**
 * One incident a line, with every claim, who makes it and the quoted words ({@code
 * incident.schema.json}).
 */
final class JsonLinesSink implements IncidentSink {

  private final JsonObjects objects;
  private final ExportOptions options;

  JsonLinesSink(OutputStream out, ExportOptions options) {
    this.objects = new JsonObjects(out);
    this.options = options;
  }

  @Override
  public void add(IncidentRecord incident) throws IOException {
    objects.line(object(incident, options));
  }

  @Override
  public void close() throws IOException {
    objects.close();
  }

  /** The incident as the store holds it, where it stands before all; of a tombstone that alone. */
  static ObjectNode object(IncidentRecord incident, ExportOptions options) {
    ObjectNode node = JsonObjects.object();
    node.put("id", incident.id());
    node.put("version", incident.version());
    node.put("standing", incident.status().id());
    node.put("createdAt", incident.createdAt());
    node.put("updatedAt", incident.updatedAt());
    if (incident.mergedInto() != null) {
      node.put("mergedInto", incident.mergedInto());
    }
    String url = options.recordUrl(incident.id());
    if (url != null) {
      node.put("url", url);
    }
    if (!incident.status().isTombstone()) {
      JsonObjects.read(incident.json())
          .properties()
          .forEach(
              slot -> {
                if (!node.has(slot.getKey())) {
                  node.set(slot.getKey(), slot.getValue());
                }
              });
    }
    return node;
  }
}

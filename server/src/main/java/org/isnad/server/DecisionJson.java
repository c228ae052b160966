package org.isnad.server;

import org.isnad.core.incident.Decision;
import org.isnad.store.StoredDecision;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A decision as the API shows it. */
final class DecisionJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DecisionJson() {}

  static ObjectNode json(StoredDecision stored) {
    Decision decision = stored.decision();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", decision.id());
    node.put("kind", StoredDecision.kind(decision));
    node.put("by", decision.by());
    node.put("at", decision.at().toString());
    node.put("reason", decision.reason());
    node.put("version", stored.incidentVersion());
    if (decision instanceof Decision.Edit edit) {
      node.put("slot", edit.slot());
      node.set("value", JSON.readTree(edit.value()));
    } else if (decision instanceof Decision.Undo undo) {
      node.put("undone", undo.undone());
    }
    return node;
  }
}

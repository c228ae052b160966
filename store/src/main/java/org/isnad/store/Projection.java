package org.isnad.store;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.incident.Decision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident as the reports give it and as decisions leave it.
 *
 * <p>An edited slot keeps all its claims. Its {@code best} is what the person put there, and {@code
 * edited} says who, when and why, what the reports say ({@code read}), and whether they have come
 * to say something else since ({@code readingChanged}).
 *
 * @param json the incident with the decisions applied, or null where they change nothing
 * @param status where it stands in review
 */
record Projection(@Nullable String json, ReviewStatus status) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** No decision concerns it. */
  static final Projection NONE = new Projection(null, ReviewStatus.SUGGESTED);

  /**
   * Applies decisions.
   *
   * @param read the incident as the reports give it
   * @param decisions those that count and concern it, oldest first
   */
  static Projection of(String read, List<StoredDecision> decisions) {
    if (decisions.isEmpty()) {
      return NONE;
    }
    ObjectNode incident = (ObjectNode) JSON.readTree(read);
    ReviewStatus status = ReviewStatus.SUGGESTED;
    List<StoredDecision> comments = new ArrayList<>();
    for (StoredDecision stored : decisions) {
      status = next(status, stored.decision());
      if (stored.decision() instanceof Decision.Edit edit) {
        edit(incident, edit, stored);
      }
      if (!stored.decision().reason().isEmpty()) {
        comments.add(stored);
      }
    }
    review(incident, status, decisions, comments);
    return new Projection(JSON.writeValueAsString(incident), status);
  }

  /** The best values of all slots, as one object; kept with a decision to see later changes. */
  static String bests(String read) {
    ObjectNode bests = JSON.createObjectNode();
    JSON.readTree(read)
        .properties()
        .forEach(
            slot -> {
              if (slot.getValue().has("claims")) {
                bests.set(slot.getKey(), slot.getValue().path("best"));
              }
            });
    return JSON.writeValueAsString(bests);
  }

  private static ReviewStatus next(ReviewStatus status, Decision decision) {
    return switch (decision) {
      case Decision.Accept accept -> ReviewStatus.APPROVED;
      case Decision.Publish publish -> ReviewStatus.PUBLISHED;
      case Decision.Reject reject -> ReviewStatus.RETRACTED;
      case Decision.Unsure unsure -> ReviewStatus.IN_REVIEW;
      case Decision.Edit edit -> ReviewStatus.IN_REVIEW;
      case Decision.Merge merge -> ReviewStatus.IN_REVIEW;
      case Decision.Split split -> ReviewStatus.IN_REVIEW;
      case Decision.Comment comment -> status;
      case Decision.Undo undo -> status;
    };
  }

  private static void edit(ObjectNode incident, Decision.Edit edit, StoredDecision stored) {
    JsonNode slot = incident.path(edit.slot());
    ObjectNode edited = slot.isObject() ? (ObjectNode) slot : incident.putObject(edit.slot());
    JsonNode earlier = edited.path("edited");
    JsonNode read = earlier.isMissingNode() ? edited.path("best") : earlier.path("read");
    if (!edited.has("claims")) {
      edited.put("disputed", false);
      edited.putArray("claims");
    }
    edited.set("best", JSON.readTree(edit.value()));
    JsonNode then = JSON.readTree(stored.read()).path(edit.slot());
    ObjectNode mark = edited.putObject("edited");
    mark.put("decision", edit.id());
    mark.put("by", edit.by());
    mark.put("at", edit.at().toString());
    mark.put("reason", edit.reason());
    mark.set("read", read.isMissingNode() ? JSON.nullNode() : read);
    mark.put("readingChanged", !same(then, read));
  }

  private static boolean same(JsonNode a, JsonNode b) {
    boolean noA = a.isMissingNode() || a.isNull();
    boolean noB = b.isMissingNode() || b.isNull();
    return noA ? noB : a.equals(b);
  }

  /** Who decided what, and which slots the reports give otherwise since the last decision. */
  private static void review(
      ObjectNode incident,
      ReviewStatus status,
      List<StoredDecision> decisions,
      List<StoredDecision> comments) {
    ObjectNode review = incident.putObject("review");
    review.put("status", status.id());
    StoredDecision last = decisions.getLast();
    review.put("by", last.decision().by());
    review.put("at", last.decision().at().toString());
    ArrayNode changed = review.putArray("readingChanged");
    JsonNode then = lastSeen(decisions);
    incident
        .properties()
        .forEach(
            slot -> {
              JsonNode value = slot.getValue();
              JsonNode now =
                  value.has("edited") ? value.path("edited").path("read") : value.path("best");
              if (!then.isEmpty() && value.has("claims") && !same(then.path(slot.getKey()), now)) {
                changed.add(slot.getKey());
              }
            });
    ArrayNode remarks = review.putArray("remarks");
    for (StoredDecision comment : comments) {
      remarks
          .addObject()
          .put("decision", comment.decision().id())
          .put("kind", StoredDecision.kind(comment.decision()))
          .put("by", comment.decision().by())
          .put("at", comment.decision().at().toString())
          .put("text", comment.decision().reason());
    }
  }

  /** What the reports said when somebody last decided on the incident itself. */
  private static JsonNode lastSeen(List<StoredDecision> decisions) {
    JsonNode seen = JSON.createObjectNode();
    for (StoredDecision decision : decisions) {
      JsonNode then = JSON.readTree(decision.read());
      seen = then.isEmpty() ? seen : then;
    }
    return seen;
  }
}

package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that are linked, directly or through others, and how they were grouped last. */
final class Component {

  private final List<Node> nodes = new ArrayList<>();
  private @Nullable List<List<Node>> groups;

  static Component of(Node node) {
    Component component = new Component();
    component.nodes.add(node);
    node.moveTo(component);
    return component;
  }

  static void join(Component a, Component b) {
    if (a == b) {
      return;
    }
    Component larger = a.nodes.size() >= b.nodes.size() ? a : b;
    Component smaller = larger == a ? b : a;
    larger.nodes.addAll(smaller.nodes);
    smaller.nodes.forEach(node -> node.moveTo(larger));
    larger.groups = null;
  }

  /** To be called when anything about one of its nodes has changed. */
  void changed() {
    groups = null;
  }

  List<List<Node>> groups() {
    if (groups == null) {
      groups = new Clustering(nodes).groups();
    }
    return groups;
  }
}

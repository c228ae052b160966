package org.isnad.io.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements that hold the story. Every element is weighed: a character of prose counts for
 * it, one of anything else against it, so that the smallest element around the paragraphs wins. An
 * element that calls itself the body of the article is taken instead where it holds much of that.
 */
final class StoryFinder {

  /** Weight of what is no prose; found best on the pages under {@code test/resources/pages}. */
  private static final double NOISE = 0.7;

  /** Share of the heaviest element's prose that a named body must hold. */
  private static final double MUCH = 0.35;

  /** More elements than this do not call themselves bodies on a page of news. */
  private static final int MOST_BODIES = 300;

  /** Prose below which a page tells no story, in characters: two short lines. */
  private static final int SHORTEST_STORY = 80;

  private final Layout layout;
  private final Map<Element, double[]> weights = new IdentityHashMap<>();
  private final List<Element> elements = new ArrayList<>();
  private final Set<Element> bodies = new LinkedHashSet<>();

  StoryFinder(Layout layout) {
    this.layout = layout;
  }

  /** The elements that hold the story, in page order; empty where there is none. */
  List<Element> find() {
    for (Block block : layout.blocks()) {
      weigh(block);
    }
    Element heaviest = heaviest();
    if (heaviest == null || prose(heaviest) < SHORTEST_STORY) {
      return List.of();
    }
    List<Element> named = named(heaviest);
    return named.isEmpty() ? List.of(heaviest) : named;
  }

  private void weigh(Block block) {
    Part part = layout.part(block);
    if (part.isDropped()) {
      return;
    }
    boolean prose = block.isProse();
    for (Element e = block.element(); e != null; e = e.parent()) {
      double[] weight = weights.get(e);
      if (weight == null) {
        weight = new double[2];
        weights.put(e, weight);
        elements.add(e);
      }
      weight[prose ? 0 : 1] += block.text().length();
      if (bodies.size() < MOST_BODIES && PartNames.of(e) == Part.BODY) {
        bodies.add(e);
      }
    }
  }

  private double prose(Element element) {
    double[] weight = weights.get(element);
    return weight == null ? 0 : weight[0];
  }

  private @Nullable Element heaviest() {
    return elements.stream().max(Comparator.comparingDouble(this::weight)).orElse(null);
  }

  private double weight(Element element) {
    double[] weight = weights.get(element);
    return weight == null ? 0 : weight[0] - NOISE * weight[1];
  }

  /**
   * The first element on the page that calls itself a body and holds much of the story, with its
   * equals beside it.
   */
  private List<Element> named(Element heaviest) {
    double most = bodies.stream().mapToDouble(this::prose).max().orElse(0);
    if (most < MUCH * prose(heaviest)) {
      return List.of();
    }
    for (Element body : bodies) {
      boolean inner = bodies.stream().anyMatch(b -> b != body && isInside(body, b));
      if (!inner && prose(body) >= MUCH * most) {
        return equals(body);
      }
    }
    return List.of();
  }

  private List<Element> equals(Element body) {
    Element parent = body.parent();
    List<Element> equals = new ArrayList<>();
    for (Element other : bodies) {
      if (other == body || other.parent() == parent && other.className().equals(body.className())) {
        equals.add(other);
      }
    }
    return equals;
  }

  private static boolean isInside(Element element, Element other) {
    for (Element e = element.parent(); e != null; e = e.parent()) {
      if (e == other) {
        return true;
      }
    }
    return false;
  }
}

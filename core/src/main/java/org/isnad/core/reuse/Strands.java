package org.isnad.core.reuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.isnad.core.article.ArticleId;
import org.isnad.core.text.Span;

/**
 * Stretches of one text wherever they stand: the sides of all passages, joined across each passage
 * and where they overlap by half inside one article (passim's rule for clusters).
 */
final class Strands {

  private static final double OVERLAP = 0.5;

  private final Map<ArticleId, List<Side>> sides = new HashMap<>();
  private final List<Integer> parents = new ArrayList<>();

  /** A stretch of an article and its strand's node. */
  private record Side(Span span, int node) {}

  Strands(Collection<Copy> copies) {
    for (Copy copy : copies) {
      for (Passage passage : copy.reuse().passages()) {
        int node = parents.size();
        parents.add(node);
        side(copy.reuse().a(), passage.inA(), node);
        side(copy.reuse().b(), passage.inB(), node);
      }
    }
    sides.replaceAll((article, list) -> joined(list));
  }

  /** Strands that are known, with their numbers. */
  Strands(Map<ArticleId, List<Stretch>> known) {
    known.forEach(
        (article, stretches) -> {
          List<Side> list = new ArrayList<>();
          for (Stretch stretch : stretches) {
            while (parents.size() <= stretch.text()) {
              parents.add(parents.size());
            }
            list.add(new Side(stretch.span(), stretch.text()));
          }
          sides.put(article, list);
        });
  }

  /** The stretches of an article that stand elsewhere too, in text order. */
  List<Stretch> of(ArticleId article) {
    return sides.getOrDefault(article, List.of()).stream()
        .map(side -> new Stretch(side.span, root(side.node)))
        .toList();
  }

  /** Whether at least half of both stretches is one text. */
  boolean same(ArticleId a, Span inA, ArticleId b, Span inB) {
    TreeSet<Integer> ofA = at(a, inA);
    ofA.retainAll(at(b, inB));
    return !ofA.isEmpty();
  }

  /** Numbers of the texts that hold at least half of the stretch. */
  TreeSet<Integer> at(ArticleId article, Span span) {
    TreeSet<Integer> found = new TreeSet<>();
    for (Side side : sides.getOrDefault(article, List.of())) {
      if (side.span.start() >= span.end()) {
        break;
      }
      if (overlap(side.span, span) >= OVERLAP * span.length() && side.span.overlaps(span)) {
        found.add(root(side.node));
      }
    }
    return found;
  }

  private void side(ArticleId article, Span span, int node) {
    sides.computeIfAbsent(article, id -> new ArrayList<>()).add(new Side(span, node));
  }

  /** Joins the sides of one article that overlap; what remains are few stretches, in order. */
  private List<Side> joined(List<Side> list) {
    list.sort(Comparator.comparing(Side::span));
    List<Side> joined = new ArrayList<>();
    for (Side side : list) {
      int before = joined.size() - 1;
      if (before >= 0 && overlapByHalf(joined.get(before).span, side.span)) {
        union(joined.get(before).node, side.node);
        joined.set(before, new Side(joined.get(before).span.union(side.span), side.node));
      } else {
        joined.add(side);
      }
    }
    return joined;
  }

  private static boolean overlapByHalf(Span a, Span b) {
    return overlap(a, b) >= OVERLAP * Math.min(a.length(), b.length());
  }

  private static int overlap(Span a, Span b) {
    return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
  }

  private void union(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parents.set(Math.max(rootA, rootB), Math.min(rootA, rootB));
  }

  private int root(int node) {
    int at = node;
    while (parents.get(at) != at) {
      parents.set(at, parents.get(parents.get(at)));
      at = parents.get(at);
    }
    return at;
  }
}

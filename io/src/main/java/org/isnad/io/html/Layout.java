package org.isnad.io.html;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's blocks with what each belongs to. An element whose name speaks of menus or shares but
 * that holds much of the page's prose is a wrapper with an unlucky name, and the name is passed
 * over. Time is the number of blocks times their depth, which the parser bounds.
 */
final class Layout {

  /** Share of the page's prose above which a name is no evidence. */
  private static final double WRAPPER = 0.35;

  /** The same for comments and related stories, which can be longer than the story. */
  private static final double LONG_WRAPPER = 0.6;

  private final List<Block> blocks;
  private final Map<Element, Integer> prose = new IdentityHashMap<>();
  private final Map<Element, Part> parts = new IdentityHashMap<>();
  private final int allProse;

  /** Lays out the blocks of a page. */
  Layout(List<Block> blocks) {
    this.blocks = blocks;
    int sum = 0;
    for (Block block : blocks) {
      if (block.isProse()) {
        int chars = block.text().length();
        sum += chars;
        for (Element e = block.element(); e != null; e = e.parent()) {
          prose.merge(e, chars, Integer::sum);
        }
      }
    }
    this.allProse = sum;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Characters of prose inside an element, whatever it is. */
  int prose(Element element) {
    return prose.getOrDefault(element, 0);
  }

  /**
   * What a block belongs to: the outermost part that is dropped, else the innermost that is known.
   */
  Part part(Block block) {
    return part(block.element());
  }

  /** What an element belongs to. */
  Part part(Element element) {
    List<Element> way = new ArrayList<>();
    @Nullable Part known = null;
    for (Element e = element; e != null && known == null; e = e.parent()) {
      known = parts.get(e);
      if (known == null) {
        way.add(e);
      }
    }
    Part part = known == null ? Part.PLAIN : known;
    for (Element e : way.reversed()) {
      part = below(part, e);
      parts.put(e, part);
    }
    return part;
  }

  private Part below(Part above, Element element) {
    String tag = element.normalName();
    if (above.isDropped() || above == Part.POST || tag.equals("html") || tag.equals("body")) {
      return above;
    }
    Part own = PartNames.of(element);
    if (own == Part.PLAIN && isPageHeader(element)) {
      own = Part.NAVIGATION;
    }
    if (own == Part.PLAIN || own.isDropped() && isWrapper(element, own)) {
      return above;
    }
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h';
    return heading && !own.isDropped() && own != Part.LEAD ? above : own;
  }

  private boolean isWrapper(Element element, Part part) {
    boolean mayBeLong = part == Part.COMMENTS || part == Part.RELATED;
    double most = mayBeLong ? LONG_WRAPPER : WRAPPER;
    return prose(element) > most * allProse || element.selectFirst("h1") != null;
  }

  /** The header of the page, not that of the article, which holds the headline. */
  private static boolean isPageHeader(Element element) {
    return element.normalName().equals("header")
        && element.selectFirst("h1") == null
        && element.closest("article, main") == null;
  }
}

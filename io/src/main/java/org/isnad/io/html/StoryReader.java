package org.isnad.io.html;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.article.Furniture.Kind;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of a story as text and says of each what it is. */
final class StoryReader {

  /** A block whose text stands in links beyond this share is a link to another story. */
  private static final double LINKED = 0.6;

  /** Such a block of more words is a paragraph of the story that is wholly linked. */
  private static final int LONGEST_LINK = 30;

  /** The same behind a label such as "read also:". */
  private static final double LABELLED = 0.25;

  /** A heading above the first paragraph with fewer words names a section or the outlet. */
  private static final int SHORTEST_HEADING = 5;

  /** A date line holds no more words. */
  private static final int LONGEST_DATE = 14;

  /** Words of a standfirst that return in the story, for it to be a repetition. */
  private static final double RETOLD = 0.8;

  private static final Map<String, String> HEADINGS = PageWords.list("headings.tsv");

  private final Layout layout;
  private final List<Element> roots;
  private final @Nullable String title;
  private final StoryText story = new StoryText();
  private final Set<String> printed = new HashSet<>();
  private @Nullable Element home;
  private boolean ended;
  private boolean related;

  /**
   * A reader of the story in these elements.
   *
   * @param title the headline, which is no paragraph
   */
  StoryReader(Layout layout, List<Element> roots, @Nullable String title) {
    this.layout = layout;
    this.roots = roots;
    this.title = title == null ? null : PageWords.normal(title);
  }

  /**
   * Reads the story.
   *
   * @param headline the order of the block with the headline, or -1; captions and a standfirst
   *     between it and the story belong to the article
   */
  StoryText read(int headline) {
    int first = first();
    for (Block block : layout.blocks()) {
      boolean above = headline >= 0 && block.order() > headline && block.order() < first;
      if (isInside(block.element())) {
        add(block);
      } else if (above) {
        addAbove(block);
      }
    }
    return story;
  }

  private int first() {
    for (Block block : layout.blocks()) {
      if (isInside(block.element())) {
        return block.order();
      }
    }
    return -1;
  }

  private boolean isInside(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      for (Element root : roots) {
        if (e == root) {
          return true;
        }
      }
    }
    return false;
  }

  private void addAbove(Block block) {
    Part part = layout.part(block);
    if (part == Part.CAPTION) {
      story.furniture(block.text(), Kind.CAPTION, "html/caption");
    } else if (part == Part.LEAD && block.isProse() && !isRetold(block)) {
      line(block);
    }
  }

  /** Whether a standfirst only says again what the story says, or repeats the headline. */
  private boolean isRetold(Block lead) {
    Set<String> words = new HashSet<>();
    for (Block block : layout.blocks()) {
      if (block != lead && isInside(block.element())) {
        words.addAll(List.of(PageWords.normal(block.text()).split(" ")));
      }
    }
    String[] own = PageWords.normal(lead.text()).split(" ");
    int found = 0;
    for (String word : own) {
      found += words.contains(word) ? 1 : 0;
    }
    return found >= RETOLD * own.length;
  }

  private void add(Block block) {
    Part part = layout.part(block);
    Element post = part == Part.POST ? Posts.around(block.element()) : null;
    if (part.isDropped() || part == Part.BYLINE || part == Part.DATE && isDateLine(block)) {
      return;
    }
    if (post != null) {
      story.post(block.text(), post);
    } else if (part == Part.CAPTION) {
      story.furniture(block.text(), Kind.CAPTION, "html/caption");
    } else if (part == Part.CREDIT) {
      story.furniture(block.text(), Kind.CREDIT, "html/credit");
    } else {
      addPlain(block);
    }
  }

  private void addPlain(Block block) {
    String normal = PageWords.normal(block.text());
    if (normal.equals(title) || isDateLine(block) || isClock(block.text())) {
      return;
    }
    String heading = HEADINGS.get(withoutSigns(normal));
    if (heading != null) {
      heading(heading);
      return;
    }
    boolean linked = block.linkShare() > LINKED && block.words() <= LONGEST_LINK;
    if (story.prose() == 0 && isTopLine(block)) {
      return;
    }
    if (linked || block.linkShare() > LABELLED && opensWithHeading(normal)) {
      story.furniture(block.text(), Kind.RELATED, "html/linked-line");
    } else if (ended && !isAtHome(block) || related && !block.isProse()) {
      return;
    } else {
      related = false;
      line(block);
    }
  }

  /** Names, sections and labels between the headline and the first paragraph. */
  private boolean isTopLine(Block block) {
    String tag = block.element().normalName();
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h';
    return !block.isProse() && !(heading && block.words() >= SHORTEST_HEADING);
  }

  /** Whether the line begins with a label of other things, such as "read also:". */
  private static boolean opensWithHeading(String normal) {
    int colon = normal.indexOf(':');
    return colon > 0 && HEADINGS.containsKey(withoutSigns(normal.substring(0, colon)));
  }

  private void heading(String kind) {
    ended |= kind.equals("end") && story.prose() > 0;
    related |= !kind.equals("share");
  }

  /** Whether the block stands beside the first paragraph, where the story may go on. */
  private boolean isAtHome(Block block) {
    return block.isProse() && home != null && home == home(block);
  }

  private static @Nullable Element home(Block block) {
    Element element = block.element();
    return element.normalName().equals("p") ? element.parent() : element;
  }

  private void line(Block block) {
    if (block.isProse() && !printed.add(block.text())) {
      return;
    }
    home = home == null && block.isProse() ? home(block) : home;
    story.line(block.text());
  }

  private static boolean isDateLine(Block block) {
    return block.words() <= LONGEST_DATE
        && !block.text().endsWith(".")
        && DateLines.isDate(block.text());
  }

  /** A time of day and nothing else, as above the entries of a live page. */
  private static boolean isClock(String text) {
    boolean digits = false;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      digits |= Character.isDigit(text.charAt(i));
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return digits && letters <= 1 && text.length() <= 12 || letters == 0;
  }

  private static String withoutSigns(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}

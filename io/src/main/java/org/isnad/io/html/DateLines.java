package org.isnad.io.html;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.article.Markup.DateSource;
import org.jsoup.nodes.Element;

/** Dates that a page prints around its headline. */
final class DateLines {

  /** Blocks before and behind the headline that may be its date line. */
  private static final int BEFORE = 4;

  private static final int BEHIND = 10;

  /** A date line is no longer than this, in characters. */
  private static final int LONGEST = 120;

  /** Words of a line that is nothing but a date, its weekday, its clock and a label. */
  private static final int LONGEST_DATE = 9;

  private DateLines() {}

  /** Whether a line is a date with little around it. */
  static boolean isDate(String text) {
    int words = text.split(" ").length;
    return text.length() <= LONGEST
        && words <= LONGEST_DATE + 5
        && DateText.read(text) != null
        && (words <= LONGEST_DATE || text.indexOf(':') > 0);
  }

  /**
   * The dates near the headline, {@code time} elements first; those behind it before those above.
   *
   * @param headline the order of its block, or -1
   * @param first the order of the story's first block
   */
  static List<DateCandidate> find(Layout layout, int headline, int first) {
    List<DateCandidate> times = new ArrayList<>();
    List<DateCandidate> printed = new ArrayList<>();
    int anchor = headline >= 0 ? headline : first;
    List<Block> blocks = layout.blocks();
    for (int i = anchor + 1; i < Math.min(blocks.size(), anchor + BEHIND); i++) {
      read(layout, blocks.get(i), times, printed);
    }
    for (int i = Math.min(anchor, blocks.size() - 1); i >= Math.max(0, anchor - BEFORE); i--) {
      read(layout, blocks.get(i), times, printed);
    }
    times.addAll(printed);
    return times;
  }

  private static void read(
      Layout layout, Block block, List<DateCandidate> times, List<DateCandidate> printed) {
    Part part = layout.part(block);
    boolean other = part == Part.RELATED || part == Part.COMMENTS || part == Part.POST;
    if (other || part == Part.COOKIE) {
      return;
    }
    Element time = block.element().selectFirst("time[datetime]");
    if (time != null && block.text().length() <= LONGEST) {
      MetadataReader.add(times, time.attr("datetime"), DateSource.TIME);
    }
    if (block.text().length() <= LONGEST) {
      MetadataReader.add(printed, block.text(), DateSource.VISIBLE);
    }
  }
}

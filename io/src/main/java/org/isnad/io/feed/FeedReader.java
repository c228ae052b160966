package org.isnad.io.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads feeds and sitemaps, telling them apart by their first element. */
public final class FeedReader {

  /** Largest list read, in bytes unpacked; the sitemap protocol allows 50 MB. */
  static final int LARGEST = 52 << 20;

  private static final int PROBE = 2048;

  private FeedReader() {}

  /** Whether a file starts like a feed or a sitemap. */
  public static boolean isFeed(byte[] head) {
    return root(head) != null;
  }

  /**
   * Reads a list.
   *
   * @throws IOException where it is none, or is broken
   */
  public static Feed read(byte[] bytes) throws IOException {
    byte[] plain = unpacked(bytes);
    String root = root(plain);
    if (root == null) {
      throw new IOException("neither RSS, Atom nor a sitemap");
    }
    return root.equals("urlset") || root.equals("sitemapindex")
        ? SitemapReader.read(plain)
        : syndication(plain);
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes[0] != 0x1F || bytes[1] != (byte) 0x8B) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(LARGEST + 1);
      if (plain.length > LARGEST) {
        throw new IOException("unpacks to more than " + LARGEST + " bytes");
      }
      return plain;
    }
  }

  /** The local name of the first element, where it is that of a list; or null. */
  private static @Nullable String root(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, PROBE), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
      char next = at + 1 < head.length() ? head.charAt(at + 1) : ' ';
      if (Character.isLetter(next)) {
        int end = at + 1;
        while (end < head.length() && " \t\r\n>/".indexOf(head.charAt(end)) < 0) {
          end++;
        }
        String name = head.substring(at + 1, end);
        String local = name.substring(name.indexOf(':') + 1);
        return switch (local) {
          case "rss", "RDF", "feed", "urlset", "sitemapindex" -> local;
          default -> null;
        };
      }
    }
    return null;
  }

  private static Feed syndication(byte[] bytes) throws IOException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    input.setPreserveWireFeed(false);
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      SyndFeed feed = input.build(reader);
      List<Feed.Entry> entries = new ArrayList<>();
      for (SyndEntry entry : feed.getEntries()) {
        String url = url(entry);
        if (url != null) {
          entries.add(new Feed.Entry(url, entry.getTitle(), time(entry), content(entry)));
        }
      }
      return new Feed(feed.getTitle(), entries, List.of());
    } catch (FeedException | RuntimeException e) {
      throw new IOException("a broken feed: " + e.getMessage(), e);
    }
  }

  private static @Nullable String url(SyndEntry entry) {
    String link = entry.getLink() != null ? entry.getLink() : entry.getUri();
    return link == null || !link.strip().startsWith("http") ? null : link.strip();
  }

  private static @Nullable Instant time(SyndEntry entry) {
    Date date =
        entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
    return date == null ? null : date.toInstant();
  }

  /** The longest text that the entry carries. */
  private static @Nullable String content(SyndEntry entry) {
    List<SyndContent> all = new ArrayList<>(entry.getContents());
    if (entry.getDescription() != null) {
      all.add(entry.getDescription());
    }
    String longest = null;
    for (SyndContent content : all) {
      String text = content.getValue();
      if (text != null && (longest == null || text.length() > longest.length())) {
        longest = text;
      }
    }
    return longest;
  }
}

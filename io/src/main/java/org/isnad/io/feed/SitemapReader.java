package org.isnad.io.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps, news sitemaps and their indexes as a stream. A sitemap that is cut gives what
 * stands before the cut.
 */
final class SitemapReader {

  /** The protocol allows so many addresses. */
  private static final int MOST_ENTRIES = 50_000;

  private final List<Feed.Entry> entries = new ArrayList<>();
  private final List<String> sitemaps = new ArrayList<>();
  private @Nullable String url;
  private @Nullable String title;
  private @Nullable Instant published;
  private @Nullable Instant modified;

  private SitemapReader() {}

  static Feed read(byte[] bytes) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    SitemapReader map = new SitemapReader();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      map.read(xml);
    } catch (XMLStreamException | RuntimeException e) {
      if (map.entries.isEmpty() && map.sitemaps.isEmpty()) {
        throw new IOException("a broken sitemap: " + e.getMessage(), e);
      }
    }
    return new Feed(null, map.entries, map.sitemaps);
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.hasNext() && entries.size() < MOST_ENTRIES) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          end(xml.getLocalName(), xml.getNamespaceURI(), text.toString().strip());
          text.setLength(0);
        }
        default -> {}
      }
    }
  }

  private void end(String name, @Nullable String namespace, String text) {
    boolean own = namespace == null || namespace.isEmpty() || namespace.contains("/sitemap/");
    switch (name) {
      case "loc" -> url = own ? text : url;
      case "lastmod" -> modified = time(text);
      case "publication_date" -> published = time(text);
      case "title" -> title = text;
      case "url" -> close(false);
      case "sitemap" -> close(true);
      default -> {}
    }
  }

  private void close(boolean list) {
    if (url != null && url.startsWith("http")) {
      if (list) {
        sitemaps.add(url);
      } else {
        Instant time = published != null ? published : modified;
        entries.add(new Feed.Entry(url, title, time, null));
      }
    }
    url = null;
    title = null;
    published = null;
    modified = null;
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      try {
        return LocalDate.parse(text.substring(0, Math.min(10, text.length())))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
      } catch (DateTimeParseException day) {
        return null;
      }
    }
  }
}

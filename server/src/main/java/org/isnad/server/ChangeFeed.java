package org.isnad.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.isnad.store.ChangeRow;
import tools.jackson.databind.ObjectMapper;

/**
 * Changes as an Atom feed (RFC 4287), newest first. An incident that is merged or retracted is an
 * entry like any other, which says so: its tombstone.
 */
final class ChangeFeed {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** The moment of a feed without entries. */
  private static final String NEVER = "1970-01-01T00:00:00Z";

  private final String origin;

  /**
   * A feed.
   *
   * @param origin the start of all addresses, without a slash at its end
   */
  ChangeFeed(String origin) {
    this.origin = origin;
  }

  byte[] of(List<ChangeRow> newestFirst) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      text(xml, "title", "Isnad: changes of incidents");
      text(xml, "id", origin + "/api/v1/changes.atom");
      link(xml, "self", origin + "/api/v1/changes.atom");
      text(xml, "updated", newestFirst.isEmpty() ? NEVER : newestFirst.getFirst().changedAt());
      for (ChangeRow change : newestFirst) {
        entry(xml, change);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private void entry(XMLStreamWriter xml, ChangeRow change) throws XMLStreamException {
    xml.writeStartElement("entry");
    text(xml, "id", origin + "/api/v1/changes#" + change.seq());
    text(xml, "title", change.kind() + ": " + change.incident());
    text(xml, "updated", change.changedAt());
    link(xml, "alternate", origin + "/en/incidents/" + change.incident());
    xml.writeStartElement("author");
    text(xml, "name", change.cause());
    xml.writeEndElement();
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", change.kind());
    text(xml, "summary", "version " + change.version() + "; " + fields(change));
    xml.writeEndElement();
  }

  /** Which values differ; the values themselves are in the JSON of the log. */
  private static String fields(ChangeRow change) {
    String after = change.after() == null ? change.before() : change.after();
    if (after == null) {
      return "";
    }
    return String.join(", ", JSON.readTree(after).propertyNames());
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

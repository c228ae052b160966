package org.isnad.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.isnad.store.StoreException;

/**
 * All that linking and writing need of an article with days, as it is set aside and kept in the
 * store: rows as they are published, reports as they are, and the keys under which they meet.
 *
 * @param article its id
 * @param publication its row as it is published
 * @param texts how many texts its family is known to share so far; 0 where it shares nothing
 * @param stretches what it shares, with the texts' numbers in its family; empty where nothing
 * @param reports its reports
 * @param passages rows of what it copied
 */
record DatedRecord(
    String article,
    byte[] publication,
    int texts,
    byte[] stretches,
    List<Told> reports,
    List<byte[]> passages) {

  /** Raised when what is kept is written or made otherwise; what is stored is then made anew. */
  static final int FORM = 1;

  /** Copies the lists. */
  DatedRecord {
    reports = List.copyOf(reports);
    passages = List.copyOf(passages);
  }

  /**
   * A report.
   *
   * @param id its identifier
   * @param isSum whether it is a sum of events
   * @param cueStart where its event word begins, in code points; negative where it has none
   * @param cueEnd where that ends
   * @param made a fingerprint of the report, and of what is written of its article
   * @param outline what linking looks at
   * @param whole the report
   * @param row the report as it is published, without its incident
   * @param texts the copied texts in which it tells of its event, by their numbers in the family
   * @param keys under what it meets others
   */
  record Told(
      String id,
      boolean isSum,
      int cueStart,
      int cueEnd,
      byte[] made,
      byte[] outline,
      byte[] whole,
      byte[] row,
      int[] texts,
      LinkKeys keys) {}

  /** The record as bytes. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream to = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      write(to, article.getBytes(StandardCharsets.UTF_8));
      write(to, publication);
      to.writeInt(texts);
      write(to, stretches);
      to.writeInt(reports.size());
      for (Told report : reports) {
        write(to, report);
      }
      to.writeInt(passages.size());
      for (byte[] passage : passages) {
        write(to, passage);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  /**
   * The record that was written as these bytes.
   *
   * @throws StoreException if they are none
   */
  static DatedRecord of(byte[] bytes) {
    try (DataInputStream from =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      String article = text(from);
      byte[] publication = read(from);
      int texts = from.readInt();
      byte[] stretches = read(from);
      List<Told> reports = new ArrayList<>();
      for (int left = from.readInt(); left > 0; left--) {
        reports.add(told(from));
      }
      List<byte[]> passages = new ArrayList<>();
      for (int left = from.readInt(); left > 0; left--) {
        passages.add(read(from));
      }
      return new DatedRecord(article, publication, texts, stretches, reports, passages);
    } catch (IOException e) {
      throw new StoreException(
          "what the store keeps of an article with its days cannot be read: "
              + e.getMessage()
              + "; 'isnad rerun' makes it anew",
          e);
    }
  }

  private static void write(DataOutputStream to, Told report) throws IOException {
    write(to, report.id.getBytes(StandardCharsets.UTF_8));
    to.writeBoolean(report.isSum);
    to.writeInt(report.cueStart);
    to.writeInt(report.cueEnd);
    write(to, report.made);
    write(to, report.outline);
    write(to, report.whole);
    write(to, report.row);
    to.writeInt(report.texts.length);
    for (int text : report.texts) {
      to.writeInt(text);
    }
    report.keys.write(to);
  }

  private static Told told(DataInputStream from) throws IOException {
    String id = text(from);
    boolean isSum = from.readBoolean();
    int cueStart = from.readInt();
    int cueEnd = from.readInt();
    byte[] made = read(from);
    byte[] outline = read(from);
    byte[] whole = read(from);
    byte[] row = read(from);
    int[] texts = new int[from.readInt()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = from.readInt();
    }
    LinkKeys keys = LinkKeys.read(from);
    return new Told(id, isSum, cueStart, cueEnd, made, outline, whole, row, texts, keys);
  }

  private static void write(DataOutputStream to, byte[] part) throws IOException {
    to.writeInt(part.length);
    to.write(part);
  }

  private static byte[] read(DataInputStream from) throws IOException {
    return from.readNBytes(from.readInt());
  }

  private static String text(DataInputStream from) throws IOException {
    return new String(read(from), StandardCharsets.UTF_8);
  }
}

package org.isnad.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.BlockKey;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.io.ContentHash;

/**
 * Under what a report meets others, as numbers.
 *
 * @param like of what reports that look alike have in common, the first half of a hash
 * @param likeEnd its second half
 * @param keys keys of blocks
 * @param roles for each key, the report's role under it
 */
record LinkKeys(long like, long likeEnd, long[] keys, int[] roles) {

  /** Digits of a hash that fill a long number. */
  private static final int HEX_DIGITS = 16;

  static LinkKeys of(DatedReport report) {
    String like = ContentHash.of(IncidentLinker.likeness(report));
    List<BlockKey> blocks = BlockKey.of(report);
    return new LinkKeys(
        HexFormat.fromHexDigitsToLong(like, 0, HEX_DIGITS),
        HexFormat.fromHexDigitsToLong(like, HEX_DIGITS, 2 * HEX_DIGITS),
        blocks.stream().mapToLong(key -> LinkSearch.number(key.value())).toArray(),
        blocks.stream().mapToInt(key -> key.role().ordinal()).toArray());
  }

  void write(DataOutputStream to) throws IOException {
    to.writeLong(like);
    to.writeLong(likeEnd);
    to.writeInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      to.writeLong(keys[i]);
      to.writeByte(roles[i]);
    }
  }

  static LinkKeys read(DataInputStream from) throws IOException {
    long like = from.readLong();
    long likeEnd = from.readLong();
    long[] keys = new long[from.readInt()];
    int[] roles = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = from.readLong();
      roles[i] = from.readByte();
    }
    return new LinkKeys(like, likeEnd, keys, roles);
  }
}

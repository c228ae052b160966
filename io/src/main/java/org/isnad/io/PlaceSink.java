package org.isnad.io;

import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.pipeline.Problem;

/** Takes the places of published gazetteers, one by one, and what could not be read. */
public interface PlaceSink {

  /** A place. */
  void place(PlaceRecord place);

  /** A line or file that is no place though it should be. */
  void problem(Problem problem);

  /** Lines that are read and rightly give no place, such as post offices or other languages. */
  void passedOver(long count);

  /** So many bytes of a file have been read. */
  void progress(String file, long bytes);
}

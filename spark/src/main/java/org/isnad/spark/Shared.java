package org.isnad.spark;

import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.io.ReadingJson;
import org.isnad.io.RecordJson;

/** What every task of one Java machine shares: the pipeline is built once and is immutable. */
final class Shared {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
  private static final ReadingJson READINGS = new ReadingJson(PIPELINE.knowledge().gazetteer());
  private static final RecordJson JSON = new RecordJson(PIPELINE.knowledge().gazetteer());

  private Shared() {}

  static Pipeline pipeline() {
    return PIPELINE;
  }

  static ReadingJson readings() {
    return READINGS;
  }

  static RecordJson json() {
    return JSON;
  }
}

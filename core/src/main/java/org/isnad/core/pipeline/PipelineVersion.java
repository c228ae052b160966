package org.isnad.core.pipeline;

/**
 * What made a reading: changes when its result may.
 *
 * @param pipeline number of the pipeline's code, raised by hand when a stage changes what it reads
 * @param knowledge digest of the knowledge files
 */
public record PipelineVersion(int pipeline, String knowledge) {

  /** The code's own number. */
  public static final int CURRENT = 1;
}

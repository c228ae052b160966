package org.isnad.app;

/** Is told how far a long job has come. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void read(int done, int all) {}

        @Override
        public void stage(String name) {}

        @Override
        public void done() {}
      };

  /** So many of all articles have been read. */
  void read(int done, int all);

  /** The next stage begins. */
  void stage(String name);

  /** The stage that began last has come so far; not every stage tells. */
  default void reached(int done, int all) {}

  /**
   * So many of all have been brought out.
   *
   * @param what their name in the plural
   */
  default void wrote(int done, int all, String what) {}

  /** The job is done. */
  void done();
}

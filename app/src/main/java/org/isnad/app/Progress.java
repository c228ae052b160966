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

  /** The job is done. */
  void done();
}

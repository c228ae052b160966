package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Test;

/** Memory allocated tells of waste more surely than time, which depends on what else runs. */
class AllocationTest {

  private static final int WARM_UP = 200;
  private static final int MEASURED = 200;

  /** Bytes for each UTF-16 unit of text; measured: 69. */
  private static final int CEILING = 100;

  private static final String PARAGRAPH =
      "افتتحت البلدية أمس حديقة جديدة في الحي الشرقي بعد أعمال استمرت عامين كاملين، وحضر الحفل عدد"
          + " من السكان والطلاب. وقالت المهندسة سلمى إن المشروع يضم ملعبا ومكتبة صغيرة ومقاعد من"
          + " الخشب، وإن الزراعة فيه تعتمد على مياه الأمطار وحدها.\n";

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void anArticleWithoutEventsIsReadWithFewAllocations() {
    Article article = Article.of("garden", PARAGRAPH.repeat(8));
    assertThat(pipeline.read(article).reports()).isEmpty();
    read(article, WARM_UP);
    long before = thread.getCurrentThreadAllocatedBytes();
    read(article, MEASURED);
    long bytes = (thread.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    assertThat(bytes / article.text().length()).isLessThan(CEILING);
  }

  private void read(Article article, int times) {
    for (int i = 0; i < times; i++) {
      pipeline.read(article);
    }
  }
}

package org.isnad.io.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Sentences of our own in the languages that share the Arabic letters. */
class LanguageIdentifierTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/languages.tsv", delimiter = '\t')
  void theLanguageOfASentenceIsTold(String language, String sentence) {
    assertThat(LanguageIdentifier.builtIn().identify(sentence)).isEqualTo(language);
  }
}

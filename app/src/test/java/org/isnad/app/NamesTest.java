package org.isnad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final List<String> PARTS =
      List.of("a", "b#2", "/", "10", "2", "é", "ب", "\uE000", "\uFFFD", "\uD83D\uDE00", "");

  @Test
  void namesAreNumberedInTheOrderOfStrings() {
    for (int seed = 0; seed < 20; seed++) {
      List<String> given = names(new Random(seed));
      Names names = new Names();
      given.forEach(names::add);
      int[] numbers = names.sort();
      List<String> sorted = given.stream().sorted().toList();
      for (int i = 0; i < given.size(); i++) {
        assertThat(names.get(i)).isEqualTo(sorted.get(i));
        assertThat(names.get(numbers[i])).isEqualTo(given.get(i));
        assertThat(names.get(names.find(given.get(i)))).isEqualTo(given.get(i));
      }
    }
  }

  @Test
  void whatWasNotAddedIsNotFound() {
    Names names = new Names();
    List.of("b", "a", "c/1").forEach(names::add);
    names.sort();
    assertThat(List.of("", "aa", "c", "c/10", "d")).allMatch(name -> names.find(name) < 0);
  }

  @Test
  void longNamesGetRoom() {
    Names names = new Names();
    String longest = "x".repeat(200_000);
    names.add("y");
    names.add(longest);
    names.add("z");
    assertThat(names.sort()).containsExactly(1, 0, 2);
    assertThat(names.get(0)).isEqualTo(longest);
  }

  private static List<String> names(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = 0; n < 5; n++) {
        name.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      names.add(name.toString());
    }
    return names;
  }
}

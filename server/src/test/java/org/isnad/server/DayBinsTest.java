package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.isnad.store.Charts.Window;
import org.junit.jupiter.api.Test;

class DayBinsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  @Test
  void aWindowIsSpreadOverItsDaysAndADayIsSure() {
    DayBins bins =
        new DayBins(
            List.of(
                new Window(DAY, DAY, "bombing", 2),
                new Window(DAY.minusDays(1), DAY.plusDays(2), "bombing", 1)));
    DayBins.OfType type = bins.types(DayBins.Step.DAY).getFirst();
    DayBins.Bin on = type.bins().get(DAY);
    assertThat(on).isNotNull();
    assertThat(on.sure()).isEqualTo(2);
    assertThat(on.spread()).isCloseTo(0.25, within(1e-9));
    assertThat(sum(type)).isCloseTo(3, within(1e-9));
  }

  @Test
  void aWindowInsideOneWeekIsSureByWeeksAndOneAcrossTwoIsNot() {
    // 4 March 2026 is a Wednesday.
    DayBins bins =
        new DayBins(
            List.of(
                new Window(DAY, DAY.plusDays(2), "clash", 1),
                new Window(DAY.plusDays(3), DAY.plusDays(6), "clash", 1)));
    DayBins.OfType type = bins.types(DayBins.Step.WEEK).getFirst();
    assertThat(type.bins().firstEntry().getValue().sure()).isEqualTo(1);
    assertThat(type.bins().firstEntry().getValue().spread()).isCloseTo(0.5, within(1e-9));
    assertThat(type.bins().lastEntry().getValue().spread()).isCloseTo(0.5, within(1e-9));
    assertThat(sum(type)).isCloseTo(2, within(1e-9));
  }

  @Test
  void openAndEndlessWindowsAreCountedAsUndated() {
    DayBins bins =
        new DayBins(
            List.of(
                new Window(null, DAY, "attack", 1),
                new Window(null, null, null, 2),
                new Window(DAY.minusYears(3), DAY, "attack", 4)));
    assertThat(bins.undated()).isEqualTo(7);
    assertThat(bins.types(DayBins.Step.DAY)).isEmpty();
    assertThat(bins.from()).isNull();
  }

  @Test
  void longStretchesGetLongerBins() {
    assertThat(over(60)).isEqualTo(DayBins.Step.DAY);
    assertThat(over(300)).isEqualTo(DayBins.Step.WEEK);
    assertThat(over(1500)).isEqualTo(DayBins.Step.MONTH);
    assertThat(over(4000)).isEqualTo(DayBins.Step.YEAR);
  }

  private static DayBins.Step over(int days) {
    return new DayBins(
            List.of(
                new Window(DAY, DAY, "attack", 1),
                new Window(DAY.plusDays(days), DAY.plusDays(days), "attack", 1)))
        .step();
  }

  private static double sum(DayBins.OfType type) {
    return type.bins().values().stream().mapToDouble(bin -> bin.sure() + bin.spread()).sum();
  }
}

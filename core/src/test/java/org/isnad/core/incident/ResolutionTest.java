package org.isnad.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.core.incident.Reports.DAY;
import static org.isnad.core.incident.Reports.LAND;
import static org.isnad.core.incident.Reports.OTHER_TOWN;
import static org.isnad.core.incident.Reports.PROVINCE;
import static org.isnad.core.incident.Reports.TOWN;
import static org.isnad.core.incident.Reports.report;

import java.util.List;
import org.isnad.core.report.EventType;
import org.isnad.core.reuse.Lineage;
import org.junit.jupiter.api.Test;

class ResolutionTest {

  @Test
  void aSumIsReconciledWithItsMembers() {
    Resolution resolution =
        Resolution.of(
            List.of(
                report("a", 1).series(11).in(PROVINCE).from(DAY.minusDays(20), DAY).build(),
                report("a", 2).in(TOWN).on(DAY.minusDays(3)).build(),
                report("a", 3).in(OTHER_TOWN).on(DAY.minusDays(5)).build(),
                report("b", 1).in(TOWN).on(DAY.minusDays(9)).build(),
                report("b", 2).in(TOWN).on(DAY.minusDays(90)).build(),
                report("b", 3).type(EventType.ABDUCTION).in(TOWN).on(DAY.minusDays(9)).build()),
            Lineage.NONE,
            IncidentIds.NONE);

    Series series = resolution.series().getFirst();
    assertThat(series.namedHere()).hasSize(2);
    assertThat(series.namedElsewhere()).hasSize(1);
    assertThat(series.unnamed()).isEqualTo(8);
    assertThat(series.summary()).isEqualTo("11 events: 2 named here, 1 elsewhere, 8 not named");
  }

  @Test
  void aSumWithoutEndIsReconciledInItsOwnArticleOnly() {
    Resolution resolution =
        Resolution.of(
            List.of(
                report("a", 1).series(3).in(LAND).from(null, null).build(),
                report("a", 2).in(TOWN).build(),
                report("b", 1).in(OTHER_TOWN).build()),
            Lineage.NONE,
            IncidentIds.NONE);

    assertThat(resolution.series().getFirst().namedHere()).hasSize(1);
    assertThat(resolution.series().getFirst().namedElsewhere()).isEmpty();
  }

  @Test
  void anIdentifierStaysWhenReportsAreAdded() {
    IncidentIds first = IncidentIds.NONE.assign(List.of(List.of("m/1", "n/1"), List.of("x/1")));
    IncidentIds second =
        first.assign(List.of(List.of("a/1", "m/1", "n/1"), List.of("x/1"), List.of("b/1")));

    assertThat(second.idOfReport("a/1")).isEqualTo(first.idOfReport("m/1"));
    assertThat(second.idOfReport("x/1")).isEqualTo(first.idOfReport("x/1"));
    assertThat(second.redirects()).isEmpty();
  }

  @Test
  void aMergedIdentifierRedirects() {
    IncidentIds first = IncidentIds.NONE.assign(List.of(List.of("m/1"), List.of("x/1")));
    IncidentIds second = first.assign(List.of(List.of("m/1", "n/1", "x/1")));

    assertThat(second.current(first.idOfReport("x/1"))).isEqualTo(second.idOfReport("m/1"));
    assertThat(second.idOfReport("x/1")).isEqualTo(first.idOfReport("m/1"));
  }

  @Test
  void thePartOfASplitIncidentThatKeepsTheAnchorKeepsTheIdentifier() {
    IncidentIds first = IncidentIds.NONE.assign(List.of(List.of("m/1", "n/1")));
    IncidentIds second = first.assign(List.of(List.of("m/1"), List.of("n/1")));

    assertThat(second.idOfReport("m/1")).isEqualTo(first.idOfReport("m/1"));
    assertThat(second.idOfReport("n/1")).isNotEqualTo(first.idOfReport("m/1"));
  }

  @Test
  void anIncidentThatWasMergedAndSplitAgainGetsItsIdentifierBack() {
    IncidentIds apart = IncidentIds.NONE.assign(List.of(List.of("m/1"), List.of("x/1")));
    IncidentIds merged = apart.assign(List.of(List.of("m/1", "x/1")));
    IncidentIds again = merged.assign(List.of(List.of("m/1"), List.of("x/1")));

    assertThat(again.ids()).isEqualTo(apart.ids());
    assertThat(again.redirects()).isEmpty();
  }
}

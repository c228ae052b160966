package org.isnad.export;

import java.time.LocalDate;
import java.util.List;
import org.isnad.store.DatePrecision;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.IncidentRecord.Toll;
import org.isnad.store.ReviewStatus;

/** Invented incidents. */
final class Incidents {

  static final Location MARIB =
      new Location(
          "مأرب",
          "settlement",
          "ye.marib",
          "Marib",
          "مأرب",
          "settlement",
          "YE",
          "Yemen",
          "YEM",
          "ye.marib-province",
          "Marib Governorate",
          "محافظة مأرب",
          15.46,
          45.33);

  static final Location SOMEWHERE =
      new Location(
          "وادي النخلات",
          "settlement",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  private Incidents() {}

  /** Two figures for the dead that contradict each other, one of them open. */
  static IncidentRecord shelling(String id) {
    return record(id, ReviewStatus.SUGGESTED, "shelling", MARIB, null);
  }

  static IncidentRecord merged(String id, String into) {
    return record(id, ReviewStatus.MERGED, "shelling", MARIB, into);
  }

  static IncidentRecord record(
      String id, ReviewStatus status, String type, Location place, String mergedInto) {
    return new IncidentRecord(
        id,
        2,
        status,
        "asserted",
        LocalDate.parse("2024-03-04"),
        LocalDate.parse("2024-03-05"),
        DatePrecision.WEEK,
        type,
        null,
        place,
        List.of(new Named("الحوثيون", "houthis", "Houthi movement (Ansar Allah)", "accused")),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Named("سوق, المدينة", null, null, null)),
        List.of("mortar"),
        List.of("hit"),
        new Toll(3, 3, null),
        Toll.NOT_GIVEN,
        new Toll(1, 1, 1),
        2,
        2,
        List.of("=cmd()", "وكالة"),
        List.of("https://example.org/1"),
        List.of("killed"),
        List.of(),
        LocalDate.parse("2024-03-05"),
        "2024-03-06T00:00:00Z",
        "2024-03-07T00:00:00Z",
        mergedInto,
        json(id, type));
  }

  private static String json(String id, String type) {
    return """
        {"id":"%s","disputed":true,"independentChains":2,
         "reports":[{"id":"r1","article":"a1","outlet":"=cmd()","url":"https://example.org/1","published":"2024-03-05"},
                    {"id":"r2","article":"a2","outlet":"وكالة","url":null,"published":null}],
         "type":{"best":"%s","disputed":false,"claims":[{"value":"%s","independentChains":2,"revises":[],"contradicts":[],
           "testimonies":[{"report":"r1","article":"a1","outlet":"x","published":null,"chain":[],"quote":"قصف"}]}]},
         "killed":{"best":{"min":3,"max":3},"disputed":true,"claims":[
           {"value":{"min":3,"max":3},"independentChains":2,"revises":[],"contradicts":[1],
            "testimonies":[{"report":"r1","article":"a1","outlet":"x","published":"2024-03-05","chain":["x","مصدر طبي"],"quote":"ثلاثة قتلى"}]},
           {"value":{"min":5,"max":null},"independentChains":1,"revises":[],"contradicts":[0],
            "testimonies":[{"report":"r2","article":"a2","outlet":"y","published":null,"chain":["y","شاهد"],"quote":null}]}]},
         "attackersKilled":{"best":{"min":1,"max":1},"disputed":false,"claims":[{"value":{"min":1,"max":1},"independentChains":1,
           "revises":[],"contradicts":[],"testimonies":[{"report":"r1","article":"a1","outlet":"x","published":null,"chain":[],"quote":null}]}]}}
        """
        .formatted(id, type, type)
        .replace("\n", "");
  }
}

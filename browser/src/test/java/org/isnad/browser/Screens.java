package org.isnad.browser;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every screen of the interface, by a name for files and messages. */
final class Screens {

  private Screens() {}

  /** Path and query of each screen, without the language, over a workspace of the stories. */
  static Map<String, String> of(Workspace workspace) {
    Map<String, String> screens = new LinkedHashMap<>();
    String incident = workspace.incident("type=bombing&disputed=true");
    screens.put("explore", "/incidents");
    screens.put("map", "/incidents?view=map");
    screens.put("timeline", "/incidents?view=timeline");
    screens.put("filtered", "/incidents?country=IQ&killed_min=1");
    screens.put("nothing-found", "/incidents?type=talks&country=LB");
    screens.put("incident", "/incidents/" + incident);
    screens.put("review", "/incidents/" + incident + "/review");
    screens.put("triage", "/queue");
    screens.put("charts", "/charts");
    screens.put("match", "/duplicates");
    screens.put("articles", "/articles");
    screens.put("source", "/articles/01-toll-five.txt");
    screens.put("registers", "/registers");
    screens.put("changes", "/changes");
    screens.put("data", "/data");
    screens.put("import", "/import");
    screens.put("accounts", "/accounts");
    screens.put("help", "/help");
    screens.put("settings", "/settings");
    return screens;
  }
}

package org.isnad.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.isnad.core.dating.Resolution;
import org.isnad.core.dating.TimeResolver;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The expressions of time of one line, resolved: JSON with {@code text} and {@code clock} in, the
 * same {@code id} and {@code times} out.
 */
public final class Times {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pipeline pipeline;
  private final @Nullable LocalDate clock;

  /** Reads lines against their own clocks, and against {@code clock} where they name none. */
  public Times(Pipeline pipeline, @Nullable LocalDate clock) {
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * The answer to one line.
   *
   * @throws IllegalArgumentException if the line is no JSON object with a text and a clock
   */
  public String line(String line) {
    JsonNode given;
    try {
      given = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no whole JSON object: " + e.getOriginalMessage(), e);
    }
    JsonNode text = given.get("text");
    if (text == null || !text.isString()) {
      throw new IllegalArgumentException("no field 'text'");
    }
    ObjectNode answer = JSON.createObjectNode();
    if (given.hasNonNull("id")) {
      answer.set("id", given.get("id"));
    }
    times(answer.putArray("times"), text.asString(), clock(given));
    return JSON.writeValueAsString(answer);
  }

  private LocalDate clock(JsonNode given) {
    JsonNode own = given.get("clock");
    if (own == null || own.isNull()) {
      if (clock == null) {
        throw new IllegalArgumentException("no field 'clock', and no --clock given");
      }
      return clock;
    }
    try {
      return LocalDate.parse(own.asString());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "clock '" + own.asString() + "'; expected a date such as 2026-01-31", e);
    }
  }

  private void times(ArrayNode into, String text, LocalDate day) {
    SpanCounter counter = new SpanCounter();
    for (TimeExpression time : pipeline.times(text)) {
      Resolution resolution = TimeResolver.resolve(time.value(), day);
      ObjectNode item = into.addObject();
      item.put("text", time.span().of(text));
      Span points = counter.count(time.span(), text);
      item.putArray("span").add(points.start()).add(points.end());
      LocalDate from = resolution.window().earliest();
      LocalDate to = resolution.window().latest();
      item.put("earliest", from == null ? null : from.toString());
      item.put("latest", to == null ? null : to.toString());
      item.put("partOfDay", time.partOfDay());
      item.put("rule", time.derivation().rule());
      if (resolution.conflict() != null) {
        item.put("conflict", resolution.conflict());
      }
    }
  }
}

package org.isnad.server;

import java.util.List;
import java.util.Locale;

/**
 * A request that cannot be answered, as RFC 9457 writes it.
 *
 * <p>{@code type} is a URI reference under {@code /problems/}; {@code code} is its last part and
 * never changes meaning.
 */
@SuppressWarnings("serial") // never serialised; the errors are plain records
public final class ApiProblem extends RuntimeException {

  private final int status;
  private final String code;
  private final String title;
  private final List<Fault> faults;

  /**
   * A problem.
   *
   * @param status HTTP status
   * @param code stable name, {@code stale-version}
   * @param title what is wrong, in one sentence for all cases of this code
   * @param detail what is wrong here and what to do
   * @param faults the places in the request at fault
   */
  public ApiProblem(int status, String code, String title, String detail, List<Fault> faults) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.faults = List.copyOf(faults);
  }

  /**
   * A place in the request that is at fault.
   *
   * @param pointer JSON pointer into the body, or {@code ?name} for a parameter
   * @param code stable name of what is wrong
   * @param detail the same in words
   */
  public record Fault(String pointer, String code, String detail) {}

  /** A parameter that cannot be read. */
  static ApiProblem parameter(String name, String value, String expected) {
    String detail =
        String.format(Locale.ROOT, "'%s' is no value of %s; expected %s", value, name, expected);
    return new ApiProblem(
        400,
        "bad-parameter",
        "A parameter cannot be read.",
        detail,
        List.of(new Fault("?" + name, "unreadable", detail)));
  }

  /** Nothing is known under this name. */
  static ApiProblem unknown(String kind, String id) {
    return new ApiProblem(
        404,
        "unknown-" + kind,
        "There is no such " + kind + ".",
        "no " + kind + " '" + id + "'",
        List.of());
  }

  /** A body that cannot be read. */
  static ApiProblem body(String pointer, String detail) {
    return new ApiProblem(
        422,
        "bad-body",
        "The body cannot be used.",
        detail,
        List.of(new Fault(pointer, "unusable", detail)));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable name. */
  public String code() {
    return code;
  }

  /** What is wrong, in one sentence for all cases of this code. */
  public String title() {
    return title;
  }

  /** What is wrong here and what to do. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** The places at fault. */
  public List<Fault> faults() {
    return faults;
  }
}

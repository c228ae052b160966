package org.isnad.browser;

import java.util.List;
import java.util.Map;

/** What a script in a page has returned. */
record Json(Map<?, ?> fields) {

  static Json of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Json(map);
    }
    throw new IllegalArgumentException("no object: " + value);
  }

  /** The texts of a list. */
  List<String> texts(String field) {
    return list(fields.get(field));
  }

  /** A number. */
  double number(String field) {
    return fields.get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** A list of texts. */
  static List<String> list(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalArgumentException("no list: " + value);
  }
}

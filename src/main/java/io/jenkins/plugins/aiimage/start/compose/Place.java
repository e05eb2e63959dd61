package io.jenkins.plugins.aiimage.start.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value and the way to it, as messages name it: {@code services.api.ports}.
 *
 * @param ignored told of keys that change nothing
 */
record Place(Value value, String path, List<String> ignored) {
  Place at(String key, Value member) {
    return new Place(member, path.isEmpty() ? key : path + "." + key, ignored);
  }

  ComposeException wrong(String problem) {
    return new ComposeException(value.line(), path + ": " + problem);
  }

  /** It is left out, and said to be. */
  void ignore(String reason) {
    ignored.add(path + " (line " + value.line() + (reason.isEmpty() ? "" : ", " + reason) + ")");
  }

  ComposeException unsupported(String advice) {
    return new ComposeException(value.line(), path + " is not supported; " + advice);
  }

  boolean isNothing() {
    return value instanceof Value.Nothing;
  }

  String text() throws ComposeException {
    if (value instanceof Value.Scalar scalar) {
      if (scalar.text().indexOf('\0') >= 0) {
        throw wrong("a character of it cannot be used");
      }
      return scalar.text();
    }
    throw wrong("a single value is expected, and there is " + value.kind());
  }

  boolean truth() throws ComposeException {
    String text = text();
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong("\"" + text + "\" is neither true nor false");
    }
    return text.equals("true");
  }

  int number(int least, int most) throws ComposeException {
    String text = text();
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw wrong("\"" + text + "\" is not a number from " + least + " to " + most);
  }

  List<Place> items() throws ComposeException {
    if (!(value instanceof Value.Items items)) {
      throw wrong("a list is expected, and there is " + value.kind());
    }
    List<Place> places = new ArrayList<>();
    items.values().forEach(item -> places.add(new Place(item, path, ignored)));
    return places;
  }

  /** The items; a single value is a list of one. */
  List<Place> oneOrMany() throws ComposeException {
    return value instanceof Value.Items ? items() : List.of(this);
  }

  List<String> texts() throws ComposeException {
    List<String> texts = new ArrayList<>();
    for (Place item : oneOrMany()) {
      texts.add(item.text());
    }
    return texts;
  }

  /** By key; extensions, which begin with {@code x-}, are left out. */
  Map<String, Place> members() throws ComposeException {
    if (isNothing()) {
      return Map.of();
    }
    if (!(value instanceof Value.Members members)) {
      throw wrong("a mapping is expected, and there is " + value.kind());
    }
    Map<String, Place> places = new LinkedHashMap<>();
    members
        .values()
        .forEach(
            (key, member) -> {
              if (!key.startsWith("x-")) {
                places.put(key, at(key, member));
              }
            });
    return places;
  }

  boolean hasMembers() {
    return value instanceof Value.Members;
  }

  /** Pairs as a mapping or as a list of {@code KEY=VALUE}; a key alone has no value. */
  Map<String, Optional<String>> pairs() throws ComposeException {
    Map<String, Optional<String>> pairs = new LinkedHashMap<>();
    if (value instanceof Value.Items) {
      for (Place item : items()) {
        String text = item.text();
        int equals = text.indexOf('=');
        pairs.put(
            equals < 0 ? text : text.substring(0, equals),
            equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
      }
      return pairs;
    }
    for (Map.Entry<String, Place> member : members().entrySet()) {
      Place place = member.getValue();
      pairs.put(member.getKey(), place.isNothing() ? Optional.empty() : Optional.of(place.text()));
    }
    return pairs;
  }
}

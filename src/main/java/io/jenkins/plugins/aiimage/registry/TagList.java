package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a repository's tags page by page. */
final class TagList {
  private static final int LARGEST_PAGE = 16 << 20;
  private static final int MOST_PAGES = 1000;

  private final Session session;
  private final String repository;
  private final List<String> tags = new ArrayList<>();

  TagList(Session session, String repository) {
    this.session = session;
    this.repository = repository;
  }

  List<String> read() throws RegistryException {
    Optional<URI> page = Optional.of(session.uri("/v2/" + repository + "/tags/list?n=1000"));
    for (int pages = 0; page.isPresent(); pages++) {
      if (pages == MOST_PAGES) {
        throw RegistryException.protocol(
            session.registry() + " has no end to the tags of " + repository + ".");
      }
      page =
          session.send(
              Request.of("GET", page.get(), Map.of()), Scope.pull(repository), this::readPage);
    }
    return List.copyOf(tags);
  }

  private Optional<URI> readPage(Response response) throws RegistryException {
    if (response.status() != 200) {
      throw StatusFailure.of(response, "the tags of " + repository);
    }
    tags.addAll(parse(response));
    Optional<String> next = next(response.headers("Link"));
    return next.isPresent()
        ? Optional.of(Origin.resolve(response.request().uri(), next.get()))
        : Optional.empty();
  }

  private List<String> parse(Response response) throws RegistryException {
    String text = new String(response.body().readUpTo(LARGEST_PAGE), StandardCharsets.UTF_8);
    try {
      JsonObject page = JsonParser.parseString(text).getAsJsonObject();
      List<String> names = new ArrayList<>();
      // A repository whose tags were all deleted has null here.
      if (page.has("tags") && !page.get("tags").isJsonNull()) {
        for (JsonElement tag : page.getAsJsonArray("tags")) {
          names.add(tag.getAsString());
        }
      }
      return names;
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw RegistryException.protocol(
          session.registry() + " gave no list of tags: check that it is a registry.");
    }
  }

  /** The target of {@code <target>; rel="next"}. */
  static Optional<String> next(List<String> links) {
    for (String link : links) {
      int open = link.indexOf('<');
      int close = link.indexOf('>');
      String rest = close < 0 ? "" : link.substring(close).replace("\"", "").replace(" ", "");
      if (open >= 0 && close > open && rest.contains(";rel=next")) {
        return Optional.of(link.substring(open + 1, close));
      }
    }
    return Optional.empty();
  }
}

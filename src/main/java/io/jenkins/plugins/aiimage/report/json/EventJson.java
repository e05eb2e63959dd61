package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.jenkins.plugins.aiimage.report.Entry;

/** Events as JSON lines: {@code number}, {@code time} and {@code event} first, then its members. */
public final class EventJson {
  private final Gson gson = Json.compact();

  /** One line, without its end. */
  public String write(Entry entry) {
    JsonObject line = new JsonObject();
    line.addProperty("number", entry.number());
    line.addProperty("time", entry.time().toString());
    line.addProperty("event", entry.event().getClass().getSimpleName());
    gson.toJsonTree(entry.event()).getAsJsonObject().asMap().forEach(line::add);
    return gson.toJson(line);
  }
}

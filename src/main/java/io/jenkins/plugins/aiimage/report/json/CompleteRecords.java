package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * Lets no null into a record or stand for a constant: Gson leaves both where JSON lacks a member or
 * has a name it does not know. An absent optional member, list or count that older versions did not
 * write is empty or 0, so that their reports stay readable.
 */
final class CompleteRecords implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (raw.isRecord()) {
      return new CompleteRecord<>(gson.getDelegateAdapter(this, type), raw);
    }
    return raw.isEnum() ? new KnownConstant<>(gson.getDelegateAdapter(this, type)) : null;
  }

  private static final class CompleteRecord<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> plain;
    private final Class<?> raw;

    CompleteRecord(TypeAdapter<T> plain, Class<?> raw) {
      this.plain = plain;
      this.raw = raw;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      plain.write(out, value);
    }

    @Override
    public T read(JsonReader in) {
      JsonObject object = JsonParser.parseReader(in).getAsJsonObject();
      for (RecordComponent component : raw.getRecordComponents()) {
        String name = Json.name(raw, component.getName(), component.getGenericType());
        JsonElement member = object.get(name);
        if (component.getType() == Optional.class) {
          object.add(name, member == null ? JsonNull.INSTANCE : member);
        } else if (member == null && Json.isLater(raw, component.getName())) {
          object.add(
              name, component.getType() == List.class ? new JsonArray() : new JsonPrimitive(0));
        } else if (member == null || member.isJsonNull()) {
          throw new UnreadableReport("its member \"" + name + "\" is missing");
        }
      }
      return plain.fromJsonTree(object);
    }
  }

  private static final class KnownConstant<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> plain;

    KnownConstant(TypeAdapter<T> plain) {
      this.plain = plain;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      plain.write(out, value);
    }

    @Override
    public T read(JsonReader in) throws IOException {
      String where = in.getPath();
      T value = plain.read(in);
      if (value == null) {
        throw new UnreadableReport("this program does not know the value of " + where);
      }
      return value;
    }
  }
}

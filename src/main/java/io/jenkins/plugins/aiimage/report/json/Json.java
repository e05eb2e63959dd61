package io.jenkins.plugins.aiimage.report.json;

import com.google.gson.FieldNamingStrategy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.jenkins.plugins.aiimage.report.PhaseEvent;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How records become JSON: durations as whole milliseconds under a name that ends in {@code Ms},
 * times in ISO 8601, what is empty as {@code null}.
 */
final class Json {
  static final FieldNamingStrategy NAMES =
      field -> name(field.getDeclaringClass(), field.getName(), field.getGenericType());

  private Json() {}

  /** What a component of a record is called. */
  static String name(Class<?> declaring, String component, Type type) {
    if (declaring == PhaseEvent.PhaseStarted.class && component.equals("number")) {
      return "phaseNumber"; // An event's line already has the number of its entry.
    }
    return component + (isDuration(type) ? "Ms" : "");
  }

  /** Whether reports of earlier versions lack this list or number. */
  static boolean isLater(Class<?> declaring, String component) {
    if (declaring == ReportMembers.class) {
      return component.equals("waits");
    }
    return declaring == PhaseReport.class
        && (component.equals("installed") || component.equals("installedCount"));
  }

  /** Reads what {@link RecordWriter} wrote. */
  static Gson reader() {
    return new GsonBuilder()
        .setFieldNamingStrategy(NAMES)
        .registerTypeAdapter(Duration.class, new Milliseconds().nullSafe())
        .registerTypeAdapter(Instant.class, new Iso8601().nullSafe())
        .registerTypeAdapterFactory(new Optionals())
        .registerTypeAdapterFactory(new CompleteRecords())
        .create();
  }

  private static boolean isDuration(Type type) {
    return type == Duration.class
        || (type instanceof ParameterizedType generic
            && generic.getRawType() == Optional.class
            && generic.getActualTypeArguments()[0] == Duration.class);
  }

  private static final class Milliseconds extends TypeAdapter<Duration> {
    @Override
    public void write(JsonWriter out, Duration value) throws IOException {
      out.value(value.toMillis());
    }

    @Override
    public Duration read(JsonReader in) throws IOException {
      return Duration.ofMillis(new BigDecimal(in.nextString()).longValueExact());
    }
  }

  private static final class Iso8601 extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      return Instant.parse(in.nextString());
    }
  }

  private static final class Optionals implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked") // The raw type was compared.
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != Optional.class) {
        return null;
      }
      ParameterizedType optional = (ParameterizedType) type.getType();
      TypeAdapter<?> content = gson.getAdapter(TypeToken.get(optional.getActualTypeArguments()[0]));
      return (TypeAdapter<T>) new OptionalOf<>(content);
    }
  }

  private static final class OptionalOf<T> extends TypeAdapter<Optional<T>> {
    private final TypeAdapter<T> content;

    OptionalOf(TypeAdapter<T> content) {
      this.content = content;
    }

    @Override
    public void write(JsonWriter out, Optional<T> value) throws IOException {
      if (value == null || value.isEmpty()) {
        out.nullValue();
      } else {
        content.write(out, value.get());
      }
    }

    @Override
    public Optional<T> read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return Optional.empty();
      }
      return Optional.of(content.read(in));
    }
  }
}

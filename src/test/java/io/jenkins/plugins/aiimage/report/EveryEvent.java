package io.jenkins.plugins.aiimage.report;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A story with an event of each kind, in which every text is the same. */
public final class EveryEvent {
  private static final List<Class<?>> BEGINNING =
      List.of(
          Event.RunStarted.class,
          PrepareEvent.RecipeRead.class,
          PrepareEvent.StorageMeasured.class,
          PhaseEvent.PhaseStarted.class,
          PhaseEvent.PhaseProgress.class);

  private EveryEvent() {}

  /** All of them: a run that fails in the end. */
  public static List<Entry> with(String text) {
    List<Class<?>> types = allButTheEnd();
    types.add(Event.RunFailed.class);
    return story(types, text);
  }

  /** For each kind of run one that begins as such a run does, and then tells everything. */
  public static List<List<Entry>> ofEachKind(String text) {
    List<Class<?>> more = allButTheEnd();
    more.removeIf(EveryEvent::begins);
    List<List<Entry>> stories = new ArrayList<>();
    for (Class<?> type : types()) {
      if (begins(type)) {
        List<Class<?>> types = new ArrayList<>(List.of(type));
        types.addAll(more);
        types.add(Event.RunFailed.class);
        stories.add(story(types, text));
      }
    }
    return stories;
  }

  /** One of each kind. */
  public static List<Class<?>> types() {
    Set<Class<?>> types = new LinkedHashSet<>();
    add(Event.class, types);
    return List.copyOf(types);
  }

  private static void add(Class<?> type, Set<Class<?>> types) {
    if (type.isSealed()) {
      for (Class<?> part : type.getPermittedSubclasses()) {
        add(part, types);
      }
    } else {
      types.add(type);
    }
  }

  private static List<Class<?>> allButTheEnd() {
    List<Class<?>> types = new ArrayList<>(BEGINNING);
    for (Class<?> type : types()) {
      if (!BEGINNING.contains(type) && type != Event.RunFailed.class) {
        types.add(type);
      }
    }
    return types;
  }

  /** The first word of a run says which version of the program tells it. */
  private static boolean begins(Class<?> type) {
    RecordComponent[] members = type.getRecordComponents();
    return type.getSimpleName().endsWith("Started")
        && members[members.length - 1].getName().equals("version");
  }

  /** Those up to the one at which a phase goes on. */
  public static List<Entry> underWay(String text) {
    return story(BEGINNING, text);
  }

  private static List<Entry> story(List<Class<?>> types, String text) {
    List<Entry> story = new ArrayList<>();
    for (Class<?> type : types) {
      Event event = (Event) sample(type, text);
      story.add(new Entry(story.size() + 1L, Stories.BEGIN.plusMillis(story.size()), event));
    }
    return story;
  }

  private static Object sample(Type type, String text) {
    if (type instanceof ParameterizedType generic) {
      Object content = sample(generic.getActualTypeArguments()[0], text);
      return generic.getRawType() == Optional.class ? Optional.of(content) : List.of(content);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain, text);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return switch (plain.getSimpleName()) {
      case "String" -> text;
      case "int", "Integer" -> 7;
      case "long", "Long" -> 7_000_000_000L;
      case "boolean" -> true;
      case "Duration" -> Duration.ofMillis(1500);
      case "Instant" -> Instant.parse("2026-03-02T09:14:00Z");
      default -> throw new AssertionError("no sample of " + type);
    };
  }

  private static Object record(Class<?> type, String text) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.add(sample(component.getGenericType(), text));
    }
    try {
      return type.getDeclaredConstructors()[0].newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " is no plain record", e);
    }
  }
}

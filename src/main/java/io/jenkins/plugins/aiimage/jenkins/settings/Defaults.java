package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step's parameters are where it does not say: a {@code docker.withRegistry} block around it
 * comes first, then the nearest folder, then the administrator's page.
 */
public final class Defaults {
  /** The one parameter that only Jenkins knows. */
  public static final String CREDENTIALS = "credentialsId";

  private final RegistryChoice choice;
  private final Map<String, List<String>> others;

  /**
   * @param others values by parameter name; a switch that is set has none
   */
  Defaults(RegistryChoice choice, Map<String, List<String>> others) {
    this.choice = choice;
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** The defaults of a run's job. */
  public static Defaults of(Run<?, ?> run) {
    return of(run.getParent());
  }

  /** The defaults of what runs as this item, by the folders around it. */
  public static Defaults of(Item item) {
    AiImageSettings settings = AiImageSettings.get();
    return new Defaults(AiImageFolderProperty.choiceIn(item.getParent()), settings.limits());
  }

  /** As {@link #complete(Map, Map)} outside any {@code docker.withRegistry} block. */
  public Map<String, List<String>> complete(Map<String, List<String>> given) {
    return complete(given, Map.of());
  }

  /**
   * The given parameters and, for those not given, the defaults; the image's name with the prefix.
   * The settings' credentials and prefix are left out where another registry than theirs is used.
   *
   * @param given values by the names of {@link Parameters} and {@link #CREDENTIALS}; a switch that
   *     is set has none. A single blank value counts as not given.
   * @param environment of the step
   */
  public Map<String, List<String>> complete(
      Map<String, List<String>> given, Map<String, String> environment) {
    SurroundingRegistry surrounding = SurroundingRegistry.of(environment);
    String own = text(given, "registry");
    RegistryChoice used = choice.at(own.isEmpty() ? surrounding.name() : own);
    boolean blockDecides = own.isEmpty() && !surrounding.name().isEmpty();

    Map<String, List<String>> all = new LinkedHashMap<>(given);
    others.forEach((name, values) -> putDefault(all, name, values));
    if (!used.registry().isEmpty()) {
      putDefault(all, "registry", List.of(used.registry()));
      boolean login = !(blockDecides && surrounding.loggedIn());
      if (login && !used.credentialsId().isEmpty()) {
        putDefault(all, CREDENTIALS, List.of(used.credentialsId()));
      }
    }
    Parameter image = Parameter.named(Parameters.RECIPE, "image");
    putDefault(all, image.name(), List.of(image.standard()));
    all.computeIfPresent(
        image.name(), (name, names) -> names.stream().map(used::prefixed).toList());
    return Collections.unmodifiableMap(all);
  }

  private static void putDefault(Map<String, List<String>> all, String name, List<String> values) {
    if (!isGiven(all.get(name))) {
      all.put(name, values);
    }
  }

  private static boolean isGiven(List<String> values) {
    return values != null && !(values.size() == 1 && values.get(0).isBlank());
  }

  private static String text(Map<String, List<String>> given, String name) {
    List<String> values = given.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0).strip();
  }
}

package io.jenkins.plugins.aiimage.jenkins.settings;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a step's parameters are where it does not say: a {@code docker.withRegistry} block around it
 * comes first, then the nearest folder, then the administrator's page. What is given, and what
 * comes of it, are values by the names of {@link Parameters} and {@link #CREDENTIALS}; a switch
 * that is set has none. The settings' credentials and prefix are left out where another registry
 * than theirs is used.
 */
public final class Defaults {
  /** The one parameter that only Jenkins knows. */
  public static final String CREDENTIALS = "credentialsId";

  /** What registry they are for, where that is neither {@code registry} nor in an image's name. */
  public static final String CREDENTIALS_REGISTRY = "credentialsRegistry";

  private static final String REGISTRY = "registry";
  private static final Set<String> OF_PUSH =
      Set.of("builder", "stallTimeout", "totalTimeout", "verbose");
  private static final Set<String> OF_DIAGNOSE = Set.of("mirrors", "verbose");
  private static final Set<String> OF_ENGINE = Set.of("builder", "verbose");
  private static final Set<String> OF_SERVICES = Set.of("verbose");

  private final RegistryChoice choice;
  private final Map<String, List<String>> others;
  private final TrivyChoice trivy;

  /**
   * @param others values by parameter name; a switch that is set has none
   */
  Defaults(RegistryChoice choice, Map<String, List<String>> others, TrivyChoice trivy) {
    this.choice = choice;
    this.trivy = trivy;
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** The defaults of a run's job. */
  public static Defaults of(Run<?, ?> run) {
    return of(run.getParent());
  }

  /** The defaults of what runs as this item, by the folders around it. */
  public static Defaults of(Item item) {
    AiImageSettings settings = AiImageSettings.get();
    return new Defaults(
        AiImageFolderProperty.choiceIn(item.getParent()), settings.limits(), settings.trivy());
  }

  /**
   * For a step that prepares an image; its name gets the prefix.
   *
   * @param environment of the step
   */
  public Map<String, List<String>> forPrepare(
      Map<String, List<String>> given, Map<String, String> environment) {
    Completion all = new Completion(given);
    others.forEach(all::put);
    SurroundingRegistry surrounding = SurroundingRegistry.of(environment);
    String own = all.text(REGISTRY);
    RegistryChoice used = own.isEmpty() ? inside(surrounding, all) : named(own, all);
    Parameter image = Parameter.named(Parameters.RECIPE, "image");
    all.put(image.name(), image.standard());
    all.change(image.name(), used::prefixed);
    return all.all();
  }

  /**
   * For a step that pushes images or promotes one. The registry in an image's name counts as named
   * by the step; where the images have several, or only some have one, nothing is put in. The
   * prefix is left to the program, which knows both names that an engine may have for an image.
   *
   * @param environment of the step
   */
  public Map<String, List<String>> forPush(
      Map<String, List<String>> given, Map<String, String> environment) {
    Completion all = new Completion(given);
    limits(OF_PUSH, all);
    List<String> registries = NamedRegistries.each(given);
    SurroundingRegistry surrounding = SurroundingRegistry.of(environment);
    String own = all.text(REGISTRY);
    if (own.isEmpty() && registries.size() > 1) {
      return all.all();
    }
    String inNames = registries.isEmpty() ? "" : registries.get(0);
    RegistryChoice used;
    if (!own.isEmpty()) {
      used = named(own, all);
    } else if (inNames.isEmpty() || RegistryChoice.isSame(surrounding.name(), inNames)) {
      used = inside(surrounding, all);
    } else {
      used = named(choice.spelling(inNames), all);
    }
    all.put("prefix", used.repositoryPrefix());
    return all.all();
  }

  /**
   * For a step that removes images: it must name the registry, and without one means the agent's
   * engine, whatever is set. The names of the images get the prefix.
   */
  public Map<String, List<String>> forClean(Map<String, List<String>> given) {
    Completion all = new Completion(given);
    limits(OF_ENGINE, all);
    String own = all.text(REGISTRY);
    RegistryChoice used = own.isEmpty() ? choice : named(own, all);
    all.change("image", used::prefixed);
    return all.all();
  }

  /** For a step that looks at a recipe: the administrator's mirrors are package indexes, too. */
  public Map<String, List<String>> forDiagnose(Map<String, List<String>> given) {
    Completion all = new Completion(given);
    limits(OF_DIAGNOSE, all);
    return all.all();
  }

  /** For a step that tests an image of the agent's engine. */
  public Map<String, List<String>> forSmoke(Map<String, List<String>> given) {
    Completion all = new Completion(given);
    limits(OF_ENGINE, all);
    return all.all();
  }

  /**
   * For a step that provides Trivy's databases. Credentials that it names are for the registry of
   * the mirror or, without one, of the first source; those of the settings are for theirs, if one
   * of these places is in it.
   *
   * @param environment of the step
   */
  public Map<String, List<String>> forTrivy(
      Map<String, List<String>> given, Map<String, String> environment) {
    Completion all = new Completion(given);
    trivy.complete(all);
    List<RegistryChoice> known = List.of(choice, trivy.registry());
    for (String name : TrivyPlaces.PARAMETERS) {
      all.change(name, place -> TrivyPlaces.spelt(place, known));
    }
    new TrivyPlaces(all).login(known, SurroundingRegistry.of(environment));
    return all.all();
  }

  /**
   * For a step that starts services. Images are fetched with the login of the settings' registry; a
   * login that a {@code docker.withRegistry} block has made is left alone.
   *
   * @param environment of the step
   */
  public Map<String, List<String>> forServices(
      Map<String, List<String>> given, Map<String, String> environment) {
    Completion all = new Completion(given);
    limits(OF_SERVICES, all);
    boolean login = !choice.registry().isEmpty() && !choice.credentialsId().isEmpty();
    if (login && !SurroundingRegistry.of(environment).loggedIn()) {
      all.put(CREDENTIALS_REGISTRY, choice.registry());
      all.put(CREDENTIALS, choice.credentialsId());
    }
    return all.all();
  }

  private void limits(Set<String> names, Completion all) {
    others.forEach(
        (name, values) -> {
          if (names.contains(name)) {
            all.put(name, values);
          }
        });
  }

  private RegistryChoice named(String registry, Completion all) {
    RegistryChoice used = choice.at(registry);
    all.put(REGISTRY, used.registry());
    if (!used.registry().isEmpty()) {
      all.put(CREDENTIALS, used.credentialsId());
    }
    return used;
  }

  /** Outside such a block it has no name. A login that the block has made is left alone. */
  private RegistryChoice inside(SurroundingRegistry block, Completion all) {
    if (block.name().isEmpty() || !block.loggedIn()) {
      return named(block.name(), all);
    }
    RegistryChoice used = choice.at(block.name());
    all.put(REGISTRY, used.registry());
    return used;
  }
}

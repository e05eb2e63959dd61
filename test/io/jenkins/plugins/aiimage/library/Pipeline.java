package io.jenkins.plugins.aiimage.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.lesfurets.jenkins.unit.MethodSignature;
import com.lesfurets.jenkins.unit.PipelineTestHelper;
import com.lesfurets.jenkins.unit.global.lib.LibraryConfiguration;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs Jenkinsfiles with the library of this repository. Blocks run their bodies; the tests say
 * what other steps do. Branches run one after the other, and all of them, in the order given.
 */
final class Pipeline {
  private static final String LIBRARY = "ai-image-pipeline";

  /** What happened, in order: stages and steps. */
  final List<String> story = new ArrayList<>();

  /** Variables of the agent and of blocks around a step. */
  final Map<String, String> environment = new HashMap<>(Map.of("NODE_NAME", "agent-1"));

  private final Map<String, Handler.Action> plugin = new HashMap<>();
  private final PipelineTestHelper helper = new PipelineTestHelper();
  private final Binding binding = new Binding();
  private final Path scripts;
  private int runs;

  /**
   * A Jenkins without any plugin but those of Pipeline.
   *
   * @param scripts folder for what is run
   */
  Pipeline(Path scripts) {
    this.scripts = scripts;
    helper.setScriptRoots(scripts.toString());
    helper.setBaseScriptRoot("");
    helper.setScriptExtension("groovy");
    helper.setImports(
        Map.of(
            "NonCPS", "com.cloudbees.groovy.cps.NonCPS",
            "Library", "com.lesfurets.jenkins.unit.global.lib.Library"));
    helper.setBaseClassloader(Pipeline.class.getClassLoader());
    helper.init();
    helper.registerSharedLibrary(library());
    binding.setVariable("env", environment);
    binding.setVariable("steps", new PluginSteps());
    blocks();
    declarative();
  }

  private static LibraryConfiguration library() {
    LibraryConfiguration library = new LibraryConfiguration();
    library.setName(LIBRARY);
    library.setDefaultVersion("main");
    library.setTargetPath(".");
    library.setRetriever(
        (name, version, path) -> {
          try {
            return List.of(Path.of("").toUri().toURL());
          } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
          }
        });
    return library;
  }

  /** A step that the plugin brings; it is part of the story. */
  void provide(String name, Handler.Action action) {
    plugin.put(
        name,
        arguments -> {
          told(name + " " + new TreeMap<>((Map<?, ?>) arguments[0]));
          return action.call(arguments);
        });
  }

  /** A step of Pipeline. */
  void step(String name, Handler.Action action, Class<?>... parameters) {
    helper.registerAllowedMethod(new MethodSignature(name, parameters), new Handler(action));
  }

  void variable(String name, Object value) {
    binding.setVariable(name, value);
  }

  /** Runs a Jenkinsfile; the library is loaded as it asks for. */
  Object run(String jenkinsfile) throws IOException {
    // By another name each time: an older one of the same name would be taken from a cache.
    String name = "Jenkinsfile" + runs++ + ".groovy";
    Files.writeString(scripts.resolve(name), jenkinsfile);
    PrintStream out = System.out;
    // The stand-in announces each library that it loads.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      return helper.runScript(name, binding);
    } finally {
      System.setOut(out);
    }
  }

  /** Runs lines that begin with the library's name. */
  Object runWithLibrary(String lines) throws IOException {
    return run("@Library('" + LIBRARY + "') _\n" + lines);
  }

  private void blocks() {
    step("stage", this::stage, String.class, Closure.class);
    step("node", arguments -> body("node " + arguments[0], arguments), String.class, Closure.class);
    step("withEnv", this::withEnv, List.class, Closure.class);
    step("catchError", this::catchError, Map.class, Closure.class);
    step("parallel", this::parallel, Map.class);
    step("echo", arguments -> told("echo " + arguments[0]), String.class);
    step("error", Pipeline::fail, String.class);
    step("isUnix", arguments -> true);
  }

  private void declarative() {
    for (String block :
        List.of("pipeline", "agent", "options", "parameters", "stages", "steps", "script")) {
      step(block, Pipeline::body, Closure.class);
    }
    step("choice", arguments -> null, Map.class);
    step("string", arguments -> null, Map.class);
    step("label", arguments -> told("agent " + arguments[0]), String.class);
    step("timeout", arguments -> null, Map.class);
    step("timeout", Pipeline::body, Map.class, Closure.class);
  }

  private Object told(String what) {
    story.add(what);
    return null;
  }

  private static Object body(Object... arguments) {
    return ((Closure<?>) arguments[arguments.length - 1]).call();
  }

  private Object body(String what, Object... arguments) {
    told(what);
    return body(arguments);
  }

  private Object stage(Object... arguments) {
    told("[" + arguments[0]);
    try {
      return body(arguments);
    } finally {
      told("]");
    }
  }

  private Object withEnv(Object... arguments) {
    Map<String, String> before = Map.copyOf(environment);
    for (Object variable : (List<?>) arguments[0]) {
      String[] parts = variable.toString().split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    try {
      return body(arguments);
    } finally {
      environment.clear();
      environment.putAll(before);
    }
  }

  private Object catchError(Object... arguments) {
    try {
      return body(arguments);
    } catch (RuntimeException e) {
      told("caught " + e.getMessage());
      return told(new TreeMap<>((Map<?, ?>) arguments[0]).toString());
    }
  }

  private Object parallel(Object... arguments) {
    Map<String, Object> results = new HashMap<>();
    RuntimeException first = null;
    for (Map.Entry<?, ?> branch : ((Map<?, ?>) arguments[0]).entrySet()) {
      if (branch.getValue() instanceof Closure<?> body) {
        told("{" + branch.getKey());
        try {
          results.put(branch.getKey().toString(), body.call());
        } catch (RuntimeException e) {
          first = first == null ? e : first;
        }
        told("}");
      } else {
        told(branch.toString());
      }
    }
    if (first != null) {
      throw first;
    }
    return results;
  }

  private static Object fail(Object... arguments) {
    throw new IllegalStateException(arguments[0].toString());
  }

  /** As Pipeline's own: by its name each step of a plugin, and an error for any other. */
  private final class PluginSteps extends GroovyObjectSupport {
    @Override
    public Object invokeMethod(String name, Object given) {
      Handler.Action action = plugin.get(name);
      if (action == null) {
        throw new NoSuchMethodError(
            "No such DSL method '" + name + "' found among steps " + plugin.keySet());
      }
      return new Handler(action).call((Object[]) given);
    }
  }
}

package io.jenkins.plugins.aiimage.jenkins;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.java.sezpoz.Indexable;

/**
 * Compares the declarations of src/jenkins-api with the real types on the class path. Needs no test
 * harness: compile it, then {@code java -cp 'this:jenkins-jars/*:target/classes'} and its name.
 */
final class DeclarationCheck {
  private final List<String> differences = new ArrayList<>();

  private DeclarationCheck() {}

  public static void main(String[] arguments) throws IOException {
    List<String> differences =
        differences(Path.of("src/jenkins-api/java"), Path.of("target/classes"));
    differences.forEach(System.out::println);
    System.exit(differences.isEmpty() ? 0 : 1);
  }

  /**
   * What differs, one sentence each.
   *
   * @param declarations the source folder of the declarations
   * @param classes the compiled adapter
   */
  static List<String> differences(Path declarations, Path classes) throws IOException {
    DeclarationCheck check = new DeclarationCheck();
    Path output = Files.createTempDirectory("declarations");
    compile(declarations, output);
    URL sezpoz = Indexable.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] urls = {output.toUri().toURL(), sezpoz};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      for (String name : classNames(output, output)) {
        check.guarded(name, () -> check.compareWithReal(Class.forName(name, false, loader)));
      }
      for (String name :
          classNames(classes, classes.resolve("io/jenkins/plugins/aiimage/jenkins"))) {
        check.guarded(
            name, () -> new TypeComparison(check.differences).requireImplementations(real(name)));
      }
    }
    return check.differences;
  }

  private static void compile(Path sources, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String sezpoz = Indexable.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-parameters", "-cp", sezpoz, "-d", output.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      List<File> units =
          found.map(Path::toFile).filter(f -> f.getName().endsWith(".java")).toList();
      if (!compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjectsFromFiles(units))
          .call()) {
        throw new IOException("The declarations do not compile.");
      }
    }
  }

  private static List<String> classNames(Path root, Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .map(name -> name.replace(".class", "").replace(File.separatorChar, '.'))
          .sorted()
          .toList();
    }
  }

  private static Class<?> real(String name) throws ClassNotFoundException {
    return Class.forName(name, false, DeclarationCheck.class.getClassLoader());
  }

  private void compareWithReal(Class<?> declared) throws Exception {
    Class<?> real = real(declared.getName());
    if (!real.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith(".jar")) {
      throw new ClassNotFoundException("only a declaration is on the class path");
    }
    new TypeComparison(differences).compare(declared, real);
  }

  private void guarded(String name, Step step) {
    try {
      step.run();
    } catch (Exception | LinkageError e) {
      differences.add(name + " cannot be compared: " + e);
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}

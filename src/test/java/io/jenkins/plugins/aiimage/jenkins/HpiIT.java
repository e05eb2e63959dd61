package io.jenkins.plugins.aiimage.jenkins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hudson.Extension;
import io.jenkins.plugins.aiimage.jenkins.settings.AiImageSettings;
import io.jenkins.plugins.aiimage.preset.Presets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the packaged plugin; needs no engine. */
class HpiIT {
  private static final String ADAPTER = "WEB-INF/lib/ai-image-pipeline.jar";
  private static final String PROGRAM = "WEB-INF/lib/ai-image.jar";
  private static final String PACKAGE = "io/jenkins/plugins/aiimage/";
  private static final String SYMBOLS = "META-INF/services/annotations/org.jenkinsci.Symbol";

  /** Inline code, which a Content-Security-Policy forbids. */
  private static final Pattern INLINE_CODE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|<style\\b|\\son[a-z]+\\s*=|javascript:");

  private static final JavaClasses COMPILED =
      new ClassFileImporter().importPath(Path.of("target/classes/" + PACKAGE));

  private static Path hpi;
  private static Map<String, byte[]> plugin;
  private static Map<String, byte[]> adapter;
  private static Map<String, byte[]> program;

  @BeforeAll
  static void open() throws IOException {
    hpi = Path.of(System.getProperty("aiImage.hpi", "target/ai-image-pipeline.hpi"));
    plugin = entries(Files.readAllBytes(hpi));
    adapter = entries(plugin.get(ADAPTER));
    program = entries(plugin.get(PROGRAM));
  }

  @Test
  void shouldHoldTheTwoJarsAndNothingElse() {
    assertEquals(
        Set.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", ADAPTER, PROGRAM), plugin.keySet());
  }

  /** Otherwise its class filter takes the jar for a library and refuses to save settings. */
  @Test
  void shouldMakeTheAdaptersJarKnownAsThePluginsOwn() throws IOException {
    Attributes manifest =
        new Manifest(new ByteArrayInputStream(adapter.get(JarFile.MANIFEST_NAME)))
            .getMainAttributes();
    assertEquals("ai-image-pipeline", manifest.getValue("Short-Name"));
    assertNotNull(manifest.getValue("Plugin-Version"));
    assertNotNull(manifest.getValue("Jenkins-Version"));
  }

  @Test
  void shouldTellJenkinsWhatItIsAndNeeds() throws IOException {
    Attributes manifest;
    try (JarFile file = new JarFile(hpi.toFile())) {
      manifest = new Manifest(file.getManifest()).getMainAttributes();
    }
    String version = System.getProperty("aiImage.version", manifest.getValue("Plugin-Version"));
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("Short-Name", "ai-image-pipeline"),
            Map.entry("Extension-Name", "ai-image-pipeline"),
            Map.entry("Long-Name", "AI Image Pipeline"),
            Map.entry("Group-Id", "io.jenkins.plugins"),
            Map.entry("Plugin-Version", version),
            Map.entry("Implementation-Version", version),
            Map.entry("Jenkins-Version", "2.541.1"),
            Map.entry("Minimum-Java-Version", "17"),
            Map.entry("Support-Dynamic-Loading", "true"),
            Map.entry("Plugin-License-Name", "MIT License"));
    expected.forEach((name, value) -> assertEquals(value, manifest.getValue(name), name));
    for (String name :
        List.of("Plugin-Developers", "Plugin-License-Url", "Url", "Specification-Title")) {
      assertFalse(manifest.getValue(name).contains("${"), name);
    }
  }

  @Test
  void shouldCarryThePresetsWithEachOfTheirFiles() {
    for (String name : Presets.names()) {
      for (String file : Presets.named(name).orElseThrow().files()) {
        String path = PACKAGE + "preset/" + name + "/" + file;
        assertTrue(program.containsKey(path), path);
      }
    }
  }

  @Test
  void shouldNameEachNeededPluginWithAVersion() throws IOException {
    String dependencies;
    try (JarFile file = new JarFile(hpi.toFile())) {
      dependencies = file.getManifest().getMainAttributes().getValue("Plugin-Dependencies");
    }
    Set<String> names = new TreeSet<>();
    for (String dependency : dependencies.split(",", -1)) {
      assertTrue(dependency.matches("[a-z-]+:[0-9]+[.][0-9A-Za-z._-]+"), dependency);
      names.add(dependency.substring(0, dependency.indexOf(':')));
    }
    assertEquals(
        Set.of(
            "authentication-tokens",
            "cloudbees-folder",
            "credentials",
            "docker-commons",
            "durable-task",
            "plain-credentials",
            "structs",
            "workflow-api",
            "workflow-step-api"),
        names);
  }

  @Test
  void shouldCarryTheProgramAsItIsReleased() throws IOException {
    Path jar = Path.of(System.getProperty("aiImage.jar", "target/ai-image.jar"));
    assertArrayEquals(Files.readAllBytes(jar), plugin.get(PROGRAM));
  }

  @Test
  void shouldHoldOnlyOurClasses() {
    // Were a declaration packaged, it would hide the type that Jenkins brings.
    Set<String> foreign =
        Stream.of(adapter, program)
            .flatMap(jar -> jar.keySet().stream())
            .filter(name -> name.endsWith(".class") && !name.startsWith(PACKAGE))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), foreign);
  }

  @Test
  void shouldDivideTheClassesBetweenTheJars() {
    Set<String> adapterClasses = new TreeSet<>();
    for (String name : adapter.keySet()) {
      if (name.endsWith(".class")) {
        assertTrue(name.startsWith(PACKAGE + "jenkins/"), name);
        adapterClasses.add(name);
      }
    }
    Set<String> compiled = new TreeSet<>();
    for (JavaClass type : COMPILED) {
      String name = type.getName().replace('.', '/') + ".class";
      assertTrue(adapter.containsKey(name) ^ program.containsKey(name), name);
      if (name.startsWith(PACKAGE + "jenkins/")) {
        compiled.add(name);
      }
    }
    assertEquals(compiled, adapterClasses);
  }

  @Test
  void shouldKeepPagesAndIndexesOutOfTheProgram() {
    for (String name : program.keySet()) {
      assertFalse(name.endsWith(".jelly") || name.startsWith(PACKAGE + "jenkins/"), name);
      assertFalse(name.startsWith("META-INF/annotations/"), name);
      assertFalse(name.startsWith("META-INF/services/annotations/"), name);
    }
  }

  @Test
  void shouldIndexEveryExtension(@TempDir Path folder) throws Exception {
    Set<String> indexed = new TreeSet<>();
    try (URLClassLoader loader = new PluginLoader(jars(folder))) {
      for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
        assertNotNull(item.element(), item.className());
        assertEquals(loader, Class.forName(item.className(), false, loader).getClassLoader());
        indexed.add(item.className());
      }
    }
    assertEquals(annotated(Extension.class.getName()), indexed);
  }

  @Test
  void shouldIndexEverySymbolThatIsNotAVariableOfTheLibrary() {
    byte[] index = adapter.getOrDefault(SYMBOLS, new byte[0]);
    List<String> lines = new String(index, UTF_8).lines().sorted().toList();
    Set<String> indexed = annotated(Symbol.class.getName());
    assertTrue(indexed.remove(AiImageSettings.class.getName()));
    assertEquals(List.copyOf(indexed), lines);
  }

  @Test
  void shouldEscapeAndKeepCodeOutOfPages() {
    List<String> pages = new ArrayList<>();
    adapter.forEach(
        (name, content) -> {
          if (name.endsWith(".jelly")) {
            pages.add(name);
            String page = new String(content, UTF_8);
            assertTrue(page.startsWith("<?jelly escape-by-default='true'?>"), name);
            assertFalse(INLINE_CODE.matcher(page).find(), () -> name + " holds inline code");
          }
        });
    assertTrue(pages.contains("index.jelly"));
  }

  /** Names of the compiled classes with this annotation, on the class or on a member of it. */
  private static Set<String> annotated(String annotation) {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : COMPILED) {
      if (type.isAnnotatedWith(annotation)
          || type.getMembers().stream().anyMatch(member -> member.isAnnotatedWith(annotation))) {
        names.add(type.getName());
      }
    }
    return names;
  }

  private static URL[] jars(Path folder) throws IOException {
    Path adapterJar = Files.write(folder.resolve("adapter.jar"), plugin.get(ADAPTER));
    Path programJar = Files.write(folder.resolve("program.jar"), plugin.get(PROGRAM));
    return new URL[] {adapterJar.toUri().toURL(), programJar.toUri().toURL()};
  }

  private static Map<String, byte[]> entries(byte[] archive) throws IOException {
    assertNotNull(archive);
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return entries;
  }

  /** Takes our classes and every resource from the jars only, the rest from the tests. */
  private static final class PluginLoader extends URLClassLoader {
    PluginLoader(URL[] jars) {
      super(jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return name.startsWith(PACKAGE.replace('/', '.'))
          ? super.findClass(name)
          : HpiIT.class.getClassLoader().loadClass(name);
    }
  }
}

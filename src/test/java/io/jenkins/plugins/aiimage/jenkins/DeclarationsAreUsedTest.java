package io.jenkins.plugins.aiimage.jenkins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclarationsAreUsedTest {
  private static final Path DECLARATIONS = Path.of("src/jenkins-api/java");
  private static final String OUR_PACKAGE = "io.jenkins.plugins.aiimage";

  @Test
  void shouldDeclareOnlyWhatIsUsed() throws IOException {
    JavaClasses classes =
        new ClassFileImporter()
            .importPaths(Path.of("target/classes"), Path.of("target/test-classes"));
    Set<JavaClass> ours =
        classes.stream()
            .filter(type -> type.getPackageName().startsWith(OUR_PACKAGE))
            .collect(Collectors.toSet());
    Set<JavaClass> declared =
        classes.stream().filter(DeclarationsAreUsedTest::isDeclared).collect(Collectors.toSet());
    assumeFalse(declared.isEmpty(), "Compiled against the real Jenkins, without declarations.");

    Set<String> unused = unused(declared, new DeclarationUse(declared, ours));

    assertEquals(
        Set.of(), unused, () -> "Delete from " + DECLARATIONS + ":\n" + String.join("\n", unused));
  }

  /** By its source: the class of a deleted one can be left in the build's folder. */
  private static boolean isDeclared(JavaClass type) {
    String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
    return Files.exists(DECLARATIONS.resolve(outermost + ".java"));
  }

  private static Set<String> unused(Set<JavaClass> declared, DeclarationUse use)
      throws IOException {
    Set<String> words = ourWords();
    Set<String> unused = new TreeSet<>();
    for (JavaClass type : declared) {
      List<JavaMember> members =
          type.getMembers().stream().filter(DeclarationsAreUsedTest::isWritten).toList();
      if (members.stream().anyMatch(member -> isMentioned(member, words)) || use.uses(type)) {
        members.stream()
            .filter(member -> !use.uses(member) && !isMentioned(member, words))
            .forEach(member -> unused.add(member.getFullName()));
      } else {
        unused.add(type.getName());
      }
    }
    return unused;
  }

  /** Not by the compiler, which also adds a constructor to a class that has none. */
  private static boolean isWritten(JavaMember member) {
    JavaClass type = member.getOwner();
    if (member instanceof JavaConstructor constructor) {
      return !constructor.getModifiers().contains(JavaModifier.PRIVATE)
          && !(type.getConstructors().size() == 1 && constructor.getRawParameterTypes().isEmpty());
    }
    boolean ofEveryEnum =
        type.isEnum()
            && member instanceof JavaMethod
            && List.of("values", "valueOf").contains(member.getName());
    return !ofEveryEnum && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  /** The compiler copies a constant's value, so that only the source tells of its use. */
  private static boolean isMentioned(JavaMember member, Set<String> words) {
    return member instanceof JavaField field
        && field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL))
        && (field.getRawType().isPrimitive() || field.getRawType().isEquivalentTo(String.class))
        && words.contains(field.getName());
  }

  private static Set<String> ourWords() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> found =
          Files.walk(Path.of(root, OUR_PACKAGE.replace('.', '/'), "jenkins"))) {
        found.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    Set<String> words = new HashSet<>();
    for (Path source : sources) {
      words.addAll(Arrays.asList(Files.readString(source).split("\\W+", -1)));
    }
    return words;
  }
}

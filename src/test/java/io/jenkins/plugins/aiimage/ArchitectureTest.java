package io.jenkins.plugins.aiimage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.jenkins.plugins.aiimage");

  @Test
  void shouldDependOnlyAlongTheArrowsOfTheDiagram() {
    // A class outside every component of the diagram fails too: a new package is drawn first.
    classes()
        .should(
            adhereToPlantUmlDiagram(
                Path.of("docs/architecture.puml"), consideringOnlyDependenciesInDiagram()))
        .check(CLASSES);
  }

  @Test
  void shouldKeepJenkinsOutOfTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..aiimage.jenkins..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "hudson..",
            "jenkins..",
            "org.jenkinsci..",
            "org.kohsuke..",
            "com.cloudbees..",
            "net.sf.json..")
        .check(CLASSES);
  }

  @Test
  void shouldKeepTheProgramsLibrariesOutOfTheAdapter() {
    // In ai-image.jar they have other names, and Jenkins brings none of them.
    noClasses()
        .that()
        .resideInAPackage("..aiimage.jenkins..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.gson..", "org.apache.commons.cli..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}

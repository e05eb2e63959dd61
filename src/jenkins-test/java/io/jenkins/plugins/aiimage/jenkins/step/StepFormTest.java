package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.aiimage.jenkins.settings.Accounts;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps in the snippet generator, each with all of its parameters. */
@WithJenkins
class StepFormTest {
  private static final List<Form> ALL =
      List.of(
          new Form("prepareAiProcessorImage", PrepareAiProcessorImageStep.class, StepForm.PREPARE),
          new Form("pushCached", PushCachedStep.class, StepForm.PUSH),
          new Form("promote", PromoteStep.class, StepForm.PROMOTE),
          new Form("cleanAiImages", CleanAiImagesStep.class, StepForm.CLEAN),
          new Form("initTrivyDb", InitTrivyDbStep.class, StepForm.TRIVY),
          new Form("lintAiDockerfile", LintAiDockerfileStep.class, StepForm.LINT),
          new Form("diagnoseAiImage", DiagnoseAiImageStep.class, StepForm.DIAGNOSE),
          new Form("smokeTestAiImage", SmokeTestAiImageStep.class, StepForm.SMOKE),
          new Form("startAiServices", StartAiServicesStep.class, StepForm.START));

  /** As the snippet generator writes it. */
  private static final String BLOCK = "{\n    // some block\n}";

  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) throws Exception {
    jenkins = rule;
    Accounts.store(
        rule.jenkins, Accounts.user(CredentialsScope.GLOBAL, "robot", "jane", "hunter2"));
  }

  /** A step by its name in a Jenkinsfile, with what its form should offer. */
  private record Form(String name, Class<? extends Step> type, List<Parameter> parameters) {
    Step with(Map<String, Object> arguments) throws Exception {
      return DescribableModel.of(type).instantiate(arguments, null);
    }

    Step untouched() throws Exception {
      return with(Map.of());
    }

    Step full() throws Exception {
      return with(values());
    }

    /** Something other than the default for each parameter, with what forms and Groovy mind. */
    Map<String, Object> values() {
      Map<String, Object> values = new TreeMap<>();
      DescribableModel<?> model = DescribableModel.of(type);
      for (Parameter parameter : parameters) {
        String name = parameter.name();
        if (parameter.isSwitch()) {
          values.put(name, !name.equals("push"));
        } else if (name.equals("credentialsId")) {
          values.put(name, "robot");
        } else if (parameter.many()) {
          values.put(name, List.of(name + ":1=2", "it's \"$two\" <b>\\ & three"));
        } else if (model.getParameter(name).getErasedType() == Integer.class) {
          values.put(name, 7);
        } else {
          values.put(name, "it's \"$" + name + "\" <b>\\ & more");
        }
      }
      return values;
    }

    String snippetOfUntouched() {
      return type == StartAiServicesStep.class ? name + " " + BLOCK : name + "()";
    }
  }

  /** What is to hold for a step. */
  @FunctionalInterface
  private interface Claim {
    void check(Form form) throws Exception;
  }

  private static void assertOfAll(Claim claim) {
    assertAll(ALL.stream().map(form -> (Executable) () -> claim.check(form)));
  }

  @Test
  void shouldKnowEveryStepOfThePlugin() {
    String plugin = StepFormTest.class.getPackageName();

    assertEquals(
        ALL.stream().map(Form::name).sorted().toList(),
        StepDescriptor.all().stream()
            .filter(step -> step.clazz.getName().startsWith(plugin))
            .map(StepDescriptor::getFunctionName)
            .sorted()
            .toList());
  }

  @Test
  void shouldKeepEveryParameterThroughTheForm() {
    assertOfAll(
        form -> {
          Step saved = new StepConfigTester(jenkins).configRoundTrip(form.full());
          assertEquals(form.values(), DescribableModel.uninstantiate2_(saved).getArguments());
        });
  }

  /** Of one step, with a switch that is set by default: the form is the same page for all. */
  @Test
  void shouldKeepNothingOfAFormLeftAsItWas() throws Exception {
    PrepareAiProcessorImageStep saved =
        new StepConfigTester(jenkins).configRoundTrip(new PrepareAiProcessorImageStep());

    assertEquals("prepareAiProcessorImage()", Snippetizer.object2Groovy(saved));
  }

  @Test
  void shouldWriteSnippetsThatMeanTheSameSteps() {
    SnippetizerTester tester = new SnippetizerTester(jenkins);
    assertOfAll(
        form -> {
          tester.assertRoundTrip(form.untouched(), form.snippetOfUntouched());
          String snippet = Snippetizer.object2Groovy(form.full());
          form.values().keySet().forEach(name -> assertHas(snippet, name + ": "));
          tester.assertParseStep(form.full(), snippet);
        });
  }

  private static void assertHas(String text, String part) {
    assertEquals(1, text.split("\\b" + part, -1).length - 1, part + " in " + text);
  }

  @Test
  void shouldWriteOnlyWhatTheFormSays() throws Exception {
    assertSnippet(
        PrepareAiProcessorImageStep.class,
        "'image': 'team/ai', 'dockerfile': '', 'tags': 'v1\\n\\nlatest\\n', 'buildArgs': '',"
            + " 'push': true, 'force': true",
        "prepareAiProcessorImage force: true, image: 'team/ai', tags: ['v1', 'latest']");
    assertSnippet(
        PushCachedStep.class,
        "'image': 'a:1\\nb\\n', 'tags': '', 'registry': '', 'dryRun': false",
        "pushCached(image: ['a:1', 'b'])");
    assertSnippet(
        StartAiServicesStep.class,
        "'file': 'deploy/compose.yaml', 'profiles': '', 'tests': 'api:test -s /ready\\n',"
            + " 'freePorts': false",
        "startAiServices(file: 'deploy/compose.yaml', tests: ['api:test -s /ready']) " + BLOCK);
  }

  private void assertSnippet(Class<? extends Step> step, String form, String snippet)
      throws Exception {
    String type = step.getName();
    new SnippetizerTester(jenkins)
        .assertGenerateSnippet(
            "{'stapler-class': '%s', '$class': '%s', %s}".formatted(type, type, form),
            snippet,
            jenkins.getURL() + "configure");
  }

  @Test
  void shouldOfferAndExplainEveryParameter() {
    assertOfAll(
        form -> {
          SnippetizerTester.assertDocGeneration(form.type());
          DescribableModel<?> model = DescribableModel.of(form.type());
          assertEquals(
              form.parameters().stream().map(Parameter::name).sorted().toList(),
              model.getParameters().stream().map(DescribableParameter::getName).sorted().toList());
          for (DescribableParameter parameter : model.getParameters()) {
            assertNotNull(parameter.getHelp(), form.name() + " " + parameter.getName());
            assertFalse(parameter.isRequired(), form.name() + " " + parameter.getName());
          }
        });
  }

  @Test
  void shouldShowWhatTheStepIsAboutAsItsArgument() {
    assertEquals("team/ai", shown("prepareAiProcessorImage", "image", "team/ai"));
    assertEquals("a:1, b", shown("pushCached", "image", List.of("a:1", "b")));
    assertEquals("r.x/a:1", shown("promote", "from", "r.x/a:1"));
    assertEquals("x", shown("cleanAiImages", "image", List.of("x")));
    assertEquals("a, b", shown("lintAiDockerfile", "files", List.of("a", "b")));
    assertEquals("Dockerfile.gpu", shown("diagnoseAiImage", "dockerfile", "Dockerfile.gpu"));
    assertEquals("ai:dev", shown("smokeTestAiImage", "image", "ai:dev"));
    assertEquals("c.yaml", shown("startAiServices", "file", "c.yaml"));
    StepDescriptor prepare = StepDescriptor.byFunctionName("prepareAiProcessorImage");
    assertEquals("v1", prepare.argumentsToString(Map.of("target", "v1")));
  }

  /** With an argument that pages have no reason to show. */
  private static String shown(String step, String name, Object value) {
    return StepDescriptor.byFunctionName(step)
        .argumentsToString(Map.of(name, value, "dryRun", true));
  }
}

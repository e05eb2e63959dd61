package io.jenkins.plugins.aiimage.jenkins.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step in the snippet generator. */
@WithJenkins
class PrepareStepFormTest {
  private static final String ALL =
      "prepareAiProcessorImage addHosts: ['pypi.internal:10.0.0.5'],"
          + " buildArgs: ['A=1', 'B=x y'],"
          + " builder: 'docker',"
          + " context: 'ai',"
          + " credentialsId: 'robot',"
          + " dockerfile: 'Dockerfile.gpu',"
          + " dryRun: true,"
          + " fallback: ['INDEX=https://mirror.example/simple'],"
          + " force: true,"
          + " image: 'team/ai',"
          + " label: 'Scanner',"
          + " maxSize: '2GB',"
          + " network: 'host',"
          + " phases: ['torch:timeout=20m,retries=2'],"
          + " platform: 'linux/amd64',"
          + " pull: 'missing',"
          + " push: false,"
          + " registry: 'reg.example:5000',"
          + " requireRegistry: true,"
          + " retries: 2,"
          + " secrets: ['pip=/run/pip.conf'],"
          + " smokeTest: ['python3 -c \"import torch\"'],"
          + " stallTimeout: '5m',"
          + " tags: ['v1', 'latest'],"
          + " target: 'runtime',"
          + " timeout: '20m',"
          + " totalTimeout: '3h'";

  private JenkinsRule jenkins;

  @BeforeEach
  void takeJenkins(JenkinsRule rule) throws Exception {
    jenkins = rule;
    SystemCredentialsProvider.getInstance()
        .getCredentials()
        .add(
            new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, "robot", "", "jane", "hunter2"));
  }

  @Test
  void shouldKeepEveryParameterThroughTheForm() throws Exception {
    PrepareAiProcessorImageStep saved = new StepConfigTester(jenkins).configRoundTrip(all());

    assertEquals(ALL, Snippetizer.object2Groovy(saved));
  }

  @Test
  void shouldKeepNothingOfAFormLeftAsItWas() throws Exception {
    PrepareAiProcessorImageStep saved =
        new StepConfigTester(jenkins).configRoundTrip(new PrepareAiProcessorImageStep());

    assertEquals("prepareAiProcessorImage()", Snippetizer.object2Groovy(saved));
  }

  @Test
  void shouldWriteASnippetThatMeansTheSameStep() throws Exception {
    SnippetizerTester tester = new SnippetizerTester(jenkins);

    tester.assertRoundTrip(all(), ALL);
    tester.assertRoundTrip(new PrepareAiProcessorImageStep(), "prepareAiProcessorImage()");
  }

  @Test
  void shouldWriteOnlyWhatTheFormSays() throws Exception {
    String type = PrepareAiProcessorImageStep.class.getName();

    new SnippetizerTester(jenkins)
        .assertGenerateSnippet(
            "{'stapler-class': '%s', '$class': '%s', 'image': 'team/ai', 'dockerfile': '',"
                    .formatted(type, type)
                + " 'tags': 'v1\\n\\nlatest\\n', 'buildArgs': '', 'push': true, 'force': true}",
            "prepareAiProcessorImage force: true, image: 'team/ai', tags: ['v1', 'latest']",
            jenkins.getURL() + "configure");
  }

  @Test
  void shouldOfferAndExplainEveryParameter() throws Exception {
    SnippetizerTester.assertDocGeneration(PrepareAiProcessorImageStep.class);
    DescribableModel<PrepareAiProcessorImageStep> model =
        DescribableModel.of(PrepareAiProcessorImageStep.class);

    assertEquals(
        StepForm.PREPARE.stream().map(Parameter::name).collect(Collectors.toSet()),
        model.getParameters().stream()
            .map(DescribableParameter::getName)
            .collect(Collectors.toCollection(TreeSet::new)));
    for (DescribableParameter parameter : model.getParameters()) {
      assertNotNull(parameter.getHelp(), parameter.getName());
      assertTrue(!parameter.isRequired(), parameter.getName());
    }
  }

  @Test
  void shouldShowTheImageAsTheStepsArgument() {
    PrepareAiProcessorImageStep.DescriptorImpl descriptor =
        jenkins.jenkins.getDescriptorByType(PrepareAiProcessorImageStep.DescriptorImpl.class);

    assertEquals(
        "team/ai", descriptor.argumentsToString(Map.of("image", "team/ai", "force", true)));
    assertEquals("v1", descriptor.argumentsToString(Map.of("target", "v1")));
  }

  private static PrepareAiProcessorImageStep all() {
    PrepareAiProcessorImageStep step = new PrepareAiProcessorImageStep();
    step.setAddHosts(List.of("pypi.internal:10.0.0.5"));
    step.setBuildArgs(List.of("A=1", "B=x y"));
    step.setBuilder("docker");
    step.setContext("ai");
    step.setCredentialsId("robot");
    step.setDockerfile("Dockerfile.gpu");
    step.setDryRun(true);
    step.setFallback(List.of("INDEX=https://mirror.example/simple"));
    step.setForce(true);
    step.setImage("team/ai");
    step.setLabel("Scanner");
    step.setMaxSize("2GB");
    step.setNetwork("host");
    step.setPhases(List.of("torch:timeout=20m,retries=2"));
    step.setPlatform("linux/amd64");
    step.setPull("missing");
    step.setPush(false);
    step.setRegistry("reg.example:5000");
    step.setRequireRegistry(true);
    step.setRetries(2);
    step.setSecrets(List.of("pip=/run/pip.conf"));
    step.setSmokeTest(List.of("python3 -c \"import torch\""));
    step.setStallTimeout("5m");
    step.setTags(List.of("v1", "latest"));
    step.setTarget("runtime");
    step.setTimeout("20m");
    step.setTotalTimeout("3h");
    return step;
  }
}

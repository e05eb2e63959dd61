package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Assignment;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** AI010: secrets that anyone can read in the image. Never shows a value. */
final class Secrets implements Check {
  private static final Set<String> LAST_WORDS =
      Set.of("TOKEN", "PASSWORD", "PASSWD", "SECRET", "APIKEY", "CREDENTIALS");
  private static final List<String> ENDINGS =
      List.of("API_KEY", "ACCESS_KEY", "SECRET_KEY", "PRIVATE_KEY");
  // By their makers' own documentation: Hugging Face, OpenAI, GitHub, GitLab, AWS.
  private static final Pattern KEY =
      Pattern.compile("\\b(hf_|sk-|ghp_|github_pat_|glpat-|AKIA)[A-Za-z0-9_-]{16,}");
  private static final Pattern LOGIN = Pattern.compile("://[^/@\\s:$]+:[^/@\\s$]+@");

  @Override
  public List<Finding> findings(Recipe recipe) {
    List<Finding> found = new ArrayList<>();
    recipe.dockerfile().globalArguments().forEach(each -> add(recipe, each, found));
    for (StageView stage : recipe.stages()) {
      stage.stage().instructions().forEach(each -> add(recipe, each, found));
    }
    return found;
  }

  private static void add(Recipe recipe, Instruction instruction, List<Finding> found) {
    int line = instruction.span().firstLine();
    Keyword keyword = instruction.keyword();
    String arguments = instruction.arguments();
    if (keyword == Keyword.ARG || keyword == Keyword.ENV) {
      for (Assignment each : Assignment.of(instruction, recipe.dockerfile().escape())) {
        String value = Values.unquoted(each.value().orElse(""));
        boolean empty = value.isEmpty() && keyword == Keyword.ENV;
        boolean told = KEY.matcher(value).find() || LOGIN.matcher(value).find();
        if (told || (isSecret(each.name()) && !empty)) {
          String message = keyword + " " + each.name() + " keeps a secret in the image";
          found.add(Finding.of(Rule.AI010, line, message));
        }
      }
    } else if (keyword == Keyword.RUN
        && (KEY.matcher(arguments).find() || LOGIN.matcher(arguments).find())) {
      found.add(Finding.of(Rule.AI010, line, "this RUN holds a password or token"));
    }
  }

  private static boolean isSecret(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return LAST_WORDS.contains(upper.substring(upper.lastIndexOf('_') + 1))
        || ENDINGS.stream().anyMatch(upper::endsWith);
  }
}

package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.prepare.PrepareRequest.Recipe;
import io.jenkins.plugins.aiimage.preset.PresetFolder;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parameters that name files and what is made of them.
 *
 * @param here what relative paths start from; absolute
 */
record RecipeValues(Values values, Path here) {

  /** The recipe that a preset is, or that is in the files that are named. */
  Recipe recipe(Optional<PresetChoice> preset, Pattern variable) throws UseCaseException {
    Optional<PresetFolder> folder = preset.map(choice -> PresetFolder.of(choice.preset()));
    Optional<String> named = values.one("context");
    Path context =
        folder.isPresent() && named.isEmpty()
            ? folder.get().path()
            : path("context", named.orElse("."));
    if ((folder.isEmpty() || named.isPresent()) && !Files.isDirectory(context)) {
      throw values.wrong("context", context + " is not a folder: name the build context");
    }
    return new Recipe(
        context,
        folder.isPresent() ? folder.get().dockerfile() : dockerfile(context),
        folder,
        preset.map(PresetChoice::reason).orElse(""),
        values.one("target"),
        Platforms.read(values),
        values.pairs("buildArgs", variable, "NAME=VALUE"));
  }

  private Path dockerfile(Path context) throws UseCaseException {
    Optional<String> named = values.one("dockerfile");
    if (named.isPresent()) {
      Path inContext = context.resolve(path("dockerfile", named.get(), context));
      Path inFolder = path("dockerfile", named.get());
      if (Files.isRegularFile(inContext)) {
        return inContext;
      }
      if (Files.isRegularFile(inFolder)) {
        return inFolder;
      }
      throw values.wrong(
          "dockerfile",
          "there is no file " + inContext + (inFolder.equals(inContext) ? "" : " nor " + inFolder));
    }
    for (String usual : PresetChoice.DOCKERFILES) {
      if (Files.isRegularFile(context.resolve(usual))) {
        return context.resolve(usual);
      }
    }
    throw values.wrong(
        "dockerfile",
        "there is neither "
            + String.join(" nor ", PresetChoice.DOCKERFILES)
            + " in "
            + context
            + ": name one, or a "
            + values.called("preset"));
  }

  Path path(String parameter, String text) throws UseCaseException {
    return path(parameter, text, here);
  }

  private Path path(String parameter, String text, Path base) throws UseCaseException {
    try {
      return base.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw values.wrong(parameter, "\"" + text + "\" is not a path");
    }
  }
}

package io.jenkins.plugins.aiimage.prepare;

import io.jenkins.plugins.aiimage.registry.Digest;
import io.jenkins.plugins.aiimage.report.Change;
import io.jenkins.plugins.aiimage.report.Changes;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.json.InputsJson;
import io.jenkins.plugins.aiimage.usecase.StateFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The recipe by which this machine last prepared an image, so that a run can say why it builds. A
 * file of a key and, below it, what it was computed from; the latter is read only if the key is
 * another one.
 */
record LastRecipe(StateFolder state, String image) {
  private static final String FOLDER = "recipes";
  private static final int KEY = 64;

  /** What is different now; empty if nothing is or no recipe is known. */
  List<Change> changes(String key, Inputs inputs) {
    Optional<String> last = last(key);
    return last.flatMap(text -> InputsJson.read(text.substring(KEY)))
        .map(before -> Changes.between(before, inputs))
        .orElse(List.of());
  }

  void remember(String key, Inputs inputs) {
    if (state.read(FOLDER, file()).filter(text -> text.startsWith(key)).isEmpty()) {
      state.write(FOLDER, file(), key + "\n" + InputsJson.write(inputs));
    }
  }

  private Optional<String> last(String key) {
    return state.read(FOLDER, file()).filter(text -> text.length() > KEY && !text.startsWith(key));
  }

  private String file() {
    return Digest.of(image.getBytes(StandardCharsets.UTF_8)).hex();
  }
}

package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Change.Kind;
import io.jenkins.plugins.aiimage.report.Change.What;
import io.jenkins.plugins.aiimage.report.Inputs.Input;
import io.jenkins.plugins.aiimage.report.Inputs.PhaseInputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What changed between two runs of one image. */
public final class Changes {
  private Changes() {}

  /** The differences; empty if one of the runs does not say what its key was computed from. */
  public static List<Change> between(RunReport before, RunReport after) {
    List<Change> changes = new ArrayList<>();
    RecipeReport old = before.image().recipe();
    RecipeReport now = after.image().recipe();
    if (!old.platform().equals(now.platform())) {
      changes.add(new Change(Kind.PLATFORM, What.CHANGED, now.platform(), ""));
    }
    if (old.inputs().isPresent() && now.inputs().isPresent()) {
      changes.addAll(between(old.inputs().get(), now.inputs().get()));
    }
    return changes;
  }

  /** The differences: base images, build arguments, instructions, files, in this order. */
  public static List<Change> between(Inputs before, Inputs after) {
    List<Change> changes = new ArrayList<>();
    named(Kind.IMAGE, before.images(), after.images(), changes);
    named(Kind.ARGUMENT, before.arguments(), after.arguments(), changes);
    instructions(before, after, changes);
    files(FileTree.of(before.files()), FileTree.of(after.files()), changes);
    return changes;
  }

  private static void named(
      Kind kind, List<Input> before, List<Input> after, List<Change> changes) {
    Map<String, String> old = new TreeMap<>();
    Map<String, String> now = new TreeMap<>();
    before.forEach(input -> old.put(input.name(), input.digest()));
    after.forEach(input -> now.put(input.name(), input.digest()));
    compare(kind, old, now, changes);
  }

  private static void compare(
      Kind kind, Map<String, String> old, Map<String, String> now, List<Change> changes) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      if (!now.containsKey(name)) {
        changes.add(change(kind, What.REMOVED, name));
      } else if (!old.containsKey(name)) {
        changes.add(change(kind, What.ADDED, name));
      } else if (!old.get(name).equals(now.get(name))) {
        changes.add(change(kind, What.CHANGED, name));
      }
    }
  }

  private static Change change(Kind kind, What what, String name) {
    boolean folder = kind == Kind.FILE && name.endsWith("/");
    return new Change(folder ? Kind.FOLDER : kind, what, name, "");
  }

  /** One run may have named files one by one where the other had too many for that. */
  private static void files(FileTree before, FileTree after, List<Change> changes) {
    FileTree old = before;
    FileTree now = after;
    for (String folder : before.foldersIn(after)) {
      now = now.folded(folder);
    }
    for (String folder : now.foldersIn(old)) {
      old = old.folded(folder);
    }
    compare(Kind.FILE, old.digests(), now.digests(), changes);
  }

  private static void instructions(Inputs before, Inputs after, List<Change> changes) {
    Map<String, List<Input>> old = byPhase(before);
    Map<String, List<Input>> now = byPhase(after);
    // A phase that only has another name does the same.
    List<String> gone = new ArrayList<>(old.keySet());
    gone.removeAll(now.keySet());
    List<String> fresh = new ArrayList<>(now.keySet());
    fresh.removeAll(old.keySet());
    gone.removeIf(phase -> fresh.removeIf(other -> now.get(other).equals(old.get(phase))));
    for (String phase : now.keySet()) {
      if (old.containsKey(phase)) {
        phase(phase, old.get(phase), now.get(phase), changes);
      } else if (fresh.contains(phase)) {
        phase(phase, List.of(), now.get(phase), changes);
      }
    }
    gone.forEach(phase -> phase(phase, old.get(phase), List.of(), changes));
  }

  private static Map<String, List<Input>> byPhase(Inputs inputs) {
    Map<String, List<Input>> phases = new LinkedHashMap<>();
    for (PhaseInputs phase : inputs.instructions()) {
      phases.put(phase.phase(), phase.instructions());
    }
    return phases;
  }

  private static void phase(
      String phase, List<Input> before, List<Input> after, List<Change> changes) {
    if (before.equals(after)) {
      return;
    }
    List<Input> gone = without(before, after);
    List<Input> fresh = without(after, before);
    if (gone.isEmpty() && fresh.isEmpty()) {
      changes.add(new Change(Kind.INSTRUCTION, What.REORDERED, "", phase));
    }
    for (Input now : fresh) {
      boolean edited = gone.removeIf(new FirstOf(now));
      What what = edited ? What.CHANGED : What.ADDED;
      changes.add(new Change(Kind.INSTRUCTION, what, now.name(), phase));
    }
    for (Input old : gone) {
      changes.add(new Change(Kind.INSTRUCTION, What.REMOVED, old.name(), phase));
    }
  }

  private static List<Input> without(List<Input> list, List<Input> others) {
    List<Input> left = new ArrayList<>(list);
    others.forEach(left::remove);
    return left;
  }

  /** The first instruction with the same keyword: that is the one that was edited. */
  private static final class FirstOf implements Predicate<Input> {
    private final String keyword;
    private boolean found;

    FirstOf(Input instruction) {
      keyword = keyword(instruction);
    }

    @Override
    public boolean test(Input instruction) {
      boolean first = !found && keyword(instruction).equals(keyword);
      found |= first;
      return first;
    }

    private static String keyword(Input instruction) {
      int blank = instruction.name().indexOf(' ');
      return blank < 0 ? instruction.name() : instruction.name().substring(0, blank);
    }
  }
}

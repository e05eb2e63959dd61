package io.jenkins.plugins.aiimage.context;

import io.jenkins.plugins.aiimage.dockerfile.Base;
import io.jenkins.plugins.aiimage.dockerfile.Phase;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedDockerfile;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedInstruction;
import io.jenkins.plugins.aiimage.dockerfile.ResolvedStage;
import io.jenkins.plugins.aiimage.dockerfile.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content keys of the phases of a recipe: SHA-256 over all that can change the result, and over
 * nothing that cannot. A phase's key covers everything up to its end, so it is the prefix of those
 * after it.
 *
 * @param byPhase 64 hexadecimal digits each, by the name of the phase
 * @param files how many regular files of the context the keys cover, once for each reader
 * @param bytes their size
 * @param contents a short digest of each of them by its path; of more than 20 000 one for all, by
 *     the name {@code ./}
 */
public record ContentKeys(
    Map<String, String> byPhase, long files, long bytes, SortedMap<String, String> contents) {
  /** Grows when the same recipe is to get another key: all caches are cold then. */
  private static final String VERSION = "ai-image key 1";

  public ContentKeys {
    byPhase = Map.copyOf(byPhase);
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
  }

  /**
   * Reads the context and computes the keys.
   *
   * @param phases of the Dockerfile, in execution order
   * @param identities what the names of external images stand for, by name as expanded
   * @throws ContextException if an instruction reads what is not there or hidden
   */
  public static ContentKeys of(
      ResolvedDockerfile dockerfile,
      List<Phase> phases,
      String platform,
      Map<String, String> identities,
      BuildContext context) {
    List<Selection> selections = new ArrayList<>();
    for (ResolvedStage stage : dockerfile.stages()) {
      for (ResolvedInstruction instruction : stage.triggers()) {
        selections.addAll(selections(instruction));
      }
      for (ResolvedInstruction instruction : stage.instructions()) {
        selections.addAll(selections(instruction));
      }
    }
    Inventory inventory = new Inventory();
    List<SelectionDigest> digests = context.digests(selections, inventory);
    Hashing hashing = new Hashing(platform, identities, digests);
    Map<String, String> keys = new HashMap<>();
    for (ResolvedStage stage : dockerfile.stages()) {
      hashing.stage(stage, phases, keys);
    }
    return new ContentKeys(
        keys,
        digests.stream().mapToLong(SelectionDigest::files).sum(),
        digests.stream().mapToLong(SelectionDigest::bytes).sum(),
        inventory.tooMany() ? whole(digests) : inventory.digests());
  }

  private static SortedMap<String, String> whole(List<SelectionDigest> digests) {
    KeyHash all = new KeyHash();
    digests.forEach(digest -> all.field(digest.sha256()));
    return new TreeMap<>(Map.of("./", all.hex().substring(0, 12)));
  }

  private static List<Selection> selections(ResolvedInstruction instruction) {
    String label =
        instruction.instruction().keyword()
            + " in line "
            + instruction.instruction().span().firstLine();
    List<Selection> selections = new ArrayList<>();
    for (Source source : instruction.sources()) {
      if (source instanceof Source.ContextPaths paths) {
        selections.add(new Selection(label, paths.patterns(), paths.excludes()));
      } else if (source instanceof Source.WholeContext) {
        selections.add(Selection.wholeContext(label));
      }
    }
    return selections;
  }

  /** Goes through the stages in the order in which the selections were collected. */
  private static final class Hashing {
    private final String platform;
    private final Map<String, String> identities;
    private final List<SelectionDigest> digests;
    private final Map<Integer, String> stageKeys = new HashMap<>();
    private int nextDigest;

    Hashing(String platform, Map<String, String> identities, List<SelectionDigest> digests) {
      this.platform = platform;
      this.identities = identities;
      this.digests = digests;
    }

    void stage(ResolvedStage stage, List<Phase> phases, Map<String, String> keys) {
      KeyHash base = new KeyHash().field(VERSION).field(platform).field(base(stage.base()));
      stage.platform().ifPresent(own -> base.field("--platform").field(own));
      String key = base.hex();
      for (ResolvedInstruction trigger : stage.triggers()) {
        key = after(key, trigger);
      }
      int done = 0;
      for (Phase phase : phases) {
        if (phase.stage() == stage.index()) {
          for (; done < phase.endInstruction(); done++) {
            key = after(key, stage.instructions().get(done));
          }
          keys.put(phase.name(), key);
        }
      }
      for (; done < stage.instructions().size(); done++) {
        key = after(key, stage.instructions().get(done));
      }
      stageKeys.put(stage.index(), key);
    }

    private String base(Base base) {
      if (base instanceof Base.ParentStage parent) {
        return "stage " + stageKeys.get(parent.index());
      }
      if (base instanceof Base.Image image) {
        return "image " + identities.get(image.image().reference());
      }
      return "scratch";
    }

    private String after(String before, ResolvedInstruction instruction) {
      KeyHash hash = new KeyHash().field(before).field(instruction.instruction().canonical());
      new TreeMap<>(instruction.arguments())
          .forEach((name, value) -> hash.field("argument").field(name).field(value));
      for (Source source : instruction.sources()) {
        if (source instanceof Source.ContextPaths || source instanceof Source.WholeContext) {
          hash.field("context").field(digests.get(nextDigest).sha256());
          nextDigest++;
        } else if (source instanceof Source.OtherStage other) {
          hash.field("stage").field(stageKeys.get(other.index()));
        } else if (source instanceof Source.Image image) {
          hash.field("image").field(identities.get(image.image().reference()));
        } else if (source instanceof Source.Remote remote) {
          hash.field("remote").field(remote.url()).field(remote.checksum().orElse(""));
        } else if (source instanceof Source.GitRepository git) {
          hash.field("git").field(git.url()).field(git.checksum().orElse(""));
        }
      }
      return hash.hex();
    }
  }
}

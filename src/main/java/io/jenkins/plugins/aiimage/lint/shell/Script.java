package io.jenkins.plugins.aiimage.lint.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A script as its chains.
 *
 * @param plain whether this is all of it: no control structure, and every quote and bracket closed.
 *     Otherwise its commands are found, but not what joins them.
 */
public record Script(List<Chain> chains, boolean plain) {
  public Script {
    chains = List.copyOf(chains);
  }

  /** Reads a script; any text is one. */
  public static Script parse(String text) {
    return ScriptParser.parse(text);
  }

  /** All commands in their order, those in groups among them. */
  public List<Element.Command> commands() {
    List<Element.Command> commands = new ArrayList<>();
    collect(chains, commands);
    return commands;
  }

  private static void collect(List<Chain> chains, List<Element.Command> commands) {
    for (Chain chain : chains) {
      for (Chain.Link link : chain.links()) {
        if (link.element() instanceof Element.Group group) {
          collect(group.chains(), commands);
        } else {
          commands.add((Element.Command) link.element());
        }
      }
    }
  }
}

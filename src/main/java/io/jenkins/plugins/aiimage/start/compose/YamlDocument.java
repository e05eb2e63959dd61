package io.jenkins.plugins.aiimage.start.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a YAML document into values that know their lines. The library composes nodes and is not
 * asked to construct anything. What aliases repeat counts each time, so that a small file cannot
 * become a huge one.
 */
final class YamlDocument {
  static final int LONGEST = 256 * 1024;
  private static final int MOST_VALUES = 20_000;
  private static final int DEEPEST = 40;
  private static final String MERGE = "<<";

  /** The library has a tag of its own for a text that is nothing but <code>${VARIABLE}</code>. */
  private static final Set<Tag> TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ, Tag.ENV_TAG);

  private int values;

  private YamlDocument() {}

  /** The document's value. */
  static Value read(String text) throws ComposeException {
    if (text.length() > LONGEST) {
      throw new ComposeException(0, "it is longer than " + LONGEST + " characters");
    }
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(LONGEST).setUseMarks(true).build();
    try {
      Node root = new Compose(settings).composeString(text).orElse(null);
      return root == null ? new Value.Nothing(1) : new YamlDocument().value(root, 0);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new ComposeException(line, "it is no YAML: " + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new ComposeException(0, "it is no YAML: " + oneLine(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new ComposeException(0, "it is nested too deeply");
    }
  }

  private static String oneLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("").strip();
  }

  private Value value(Node node, int depth) throws ComposeException {
    int line = line(node);
    if (++values > MOST_VALUES || depth > DEEPEST) {
      throw new ComposeException(
          line, "with its aliases it has too many values, or they are nested too deeply");
    }
    if (!TAGS.contains(node.getTag())) {
      throw new ComposeException(line, "the tag " + node.getTag() + " is not supported");
    }
    if (node instanceof MappingNode mapping) {
      return new Value.Members(members(mapping, depth), line);
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item, depth + 1));
      }
      return new Value.Items(items, line);
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.getTag().equals(Tag.NULL)
        ? new Value.Nothing(line)
        : new Value.Scalar(scalar.getValue(), line);
  }

  private Map<String, Value> members(MappingNode mapping, int depth) throws ComposeException {
    Map<String, Value> own = new LinkedHashMap<>();
    Map<String, Value> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode name)) {
        throw new ComposeException(line(key), "a key is not text");
      }
      if (name.getValue().equals(MERGE)) {
        merge(value(tuple.getValueNode(), depth + 1), merged);
      } else if (own.put(name.getValue(), value(tuple.getValueNode(), depth + 1)) != null) {
        throw new ComposeException(line(key), "the key " + name.getValue() + " is there twice");
      }
    }
    merged.forEach(own::putIfAbsent);
    return own;
  }

  /** Of several mappings the first one wins (the merge key language-independent type, 2005). */
  private static void merge(Value value, Map<String, Value> merged) throws ComposeException {
    List<Value> sources = value instanceof Value.Items items ? items.values() : List.of(value);
    for (Value source : sources) {
      if (!(source instanceof Value.Members members)) {
        throw new ComposeException(source.line(), "<< takes mappings");
      }
      members.values().forEach(merged::putIfAbsent);
    }
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}

package io.jenkins.plugins.aiimage.report;

import io.jenkins.plugins.aiimage.report.Inputs.Input;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files by path, of which whole folders can be put into one digest. The digest of a folder is made
 * of the names and digests of what is directly in it, so that it is the same whether its own
 * folders were put together before or not: trees that differ in that can still be compared.
 *
 * @param digests by path below the context; a folder's path ends in a slash
 */
public record FileTree(SortedMap<String, String> digests) {
  private static final int MOST_TO_CHOOSE_AMONG = 500;
  private static final String ROOT = "./";

  public FileTree {
    digests = new TreeMap<>(digests);
  }

  static FileTree of(List<Input> files) {
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.name(), file.digest()));
    return new FileTree(digests);
  }

  /** At most so many entries: the fullest folders are put together first. */
  public List<Input> atMost(int count) {
    TreeMap<String, String> tree = new TreeMap<>(digests);
    while (tree.size() > count) {
      makeSmaller(tree);
    }
    List<Input> files = new ArrayList<>();
    tree.forEach((name, digest) -> files.add(new Input(name, digest)));
    return files;
  }

  private static void makeSmaller(TreeMap<String, String> tree) {
    if (tree.size() <= MOST_TO_CHOOSE_AMONG) {
      fold(tree, fullestFolder(tree));
      return;
    }
    int deepest = tree.keySet().stream().mapToInt(FileTree::depth).max().orElse(0);
    Set<String> folders = new HashSet<>();
    for (String path : tree.keySet()) {
      if (depth(path) == deepest) {
        folders.add(folder(path));
      }
    }
    folders.forEach(folder -> fold(tree, folder));
  }

  /** The one with the most entries directly in it; the root only where there is no other. */
  private static String fullestFolder(TreeMap<String, String> tree) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    tree.keySet().forEach(path -> counts.merge(folder(path), 1, Integer::sum));
    counts.remove(ROOT);
    String fullest = ROOT;
    for (Map.Entry<String, Integer> folder : counts.entrySet()) {
      if (fullest.equals(ROOT) || folder.getValue() > counts.get(fullest)) {
        fullest = folder.getKey();
      }
    }
    return fullest;
  }

  /** The same with a folder in one entry. */
  FileTree folded(String folder) {
    TreeMap<String, String> tree = new TreeMap<>(digests);
    fold(tree, folder);
    return new FileTree(tree);
  }

  private static void fold(TreeMap<String, String> tree, String folder) {
    String start = folder.equals(ROOT) ? "" : folder;
    SortedMap<String, String> below = start.isEmpty() ? tree : tree.subMap(start, after(start));
    String digest = digest(start, below);
    below.clear();
    tree.put(folder, digest);
  }

  private static String digest(String folder, SortedMap<String, String> below) {
    TreeMap<String, String> children = new TreeMap<>();
    for (Map.Entry<String, String> entry : below.entrySet()) {
      String rest = entry.getKey().substring(folder.length());
      int slash = rest.indexOf('/');
      if (slash < 0 || slash == rest.length() - 1) {
        children.put(rest, entry.getValue());
      } else {
        String child = rest.substring(0, slash + 1);
        String path = folder + child;
        children.computeIfAbsent(child, name -> digest(path, below.subMap(path, after(path))));
      }
    }
    StringBuilder lines = new StringBuilder();
    children.forEach((name, digest) -> lines.append(digest).append(' ').append(name).append('\n'));
    return shortDigest(lines.toString());
  }

  /** Twelve hexadecimal digits of the SHA-256 of a text. */
  public static String shortDigest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Folders of this tree that another one knows in parts. */
  List<String> foldersIn(FileTree finer) {
    List<String> folders = new ArrayList<>();
    for (String path : digests.keySet()) {
      boolean inParts =
          path.equals(ROOT)
              ? !finer.digests.containsKey(ROOT) && !finer.digests.isEmpty()
              : path.endsWith("/")
                  && !finer.digests.containsKey(path)
                  && !finer.digests.subMap(path, after(path)).isEmpty();
      if (inParts) {
        folders.add(path);
      }
    }
    return folders;
  }

  private static String after(String prefix) {
    return prefix.substring(0, prefix.length() - 1) + '0'; // The character after the slash.
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/', path.length() - 2);
    return slash < 0 ? ROOT : path.substring(0, slash + 1);
  }

  private static int depth(String path) {
    int depth = 0;
    for (int i = 0; i < path.length() - 1; i++) {
      depth += path.charAt(i) == '/' ? 1 : 0;
    }
    return depth;
  }
}

package io.jenkins.plugins.aiimage.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One walk of a context in canonical order, for all sources at once, only where they look. */
final class ContextWalk {
  private static final byte[] NOTHING = {};

  /**
   * An entry of the walk.
   *
   * @param text the path below the root that {@code .dockerignore} judges
   * @param above the rules as they stand in the directory that holds the entry
   * @param name the path that the instruction sees, in {@link FileName#bytes}: not where {@code
   *     real} is when a link was followed
   */
  private record Place(Path real, String text, DockerIgnore.Scope above, String name) {
    Place child(FileName file, DockerIgnore.Scope here) {
      return new Place(file.path(), join(text, file.text()), here, join(name, file.bytes()));
    }

    private static String join(String parent, String child) {
      return parent.isEmpty() ? child : parent + "/" + child;
    }

    DockerIgnore.Rule hiddenBy() {
      return text.isEmpty() ? null : above.hides(text);
    }

    boolean mayRevealBelow() {
      return above.mayRevealBelow(text);
    }

    DockerIgnore.Scope enter() {
      return text.isEmpty() ? above : above.enter(text);
    }
  }

  private final Path root;
  private final boolean unix;
  private final DockerIgnore ignore;
  private final FileHasher hasher;

  ContextWalk(Path root, DockerIgnore ignore, FileHasher hasher) {
    this.root = root;
    this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    this.ignore = ignore;
    this.hasher = hasher;
  }

  void run(List<Source> sources) {
    List<Cursor> cursors = new ArrayList<>();
    for (Source source : sources) {
      cursors.add(Cursor.start(source));
    }
    if (!cursors.isEmpty()) {
      visit(new Place(root, "", ignore.top(), ""), cursors);
    }
  }

  private void visit(Place place, List<Cursor> cursors) {
    DockerIgnore.Rule hiddenBy = place.hiddenBy();
    if (hiddenBy != null) {
      cursors.forEach(cursor -> cursor.hidden(hiddenBy));
      if (!place.mayRevealBelow()) {
        return;
      }
    }
    FileStatus status;
    try {
      status = FileStatus.of(place.real(), unix);
    } catch (IOException e) {
      throw hasher.problem(place.real(), e);
    }
    boolean hidden = hiddenBy != null;
    if (status.kind() == Entry.Kind.DIRECTORY) {
      directory(place, status, cursors, hidden);
    } else if (!hidden && status.kind() == Entry.Kind.LINK) {
      link(place, cursors);
    } else if (!hidden) {
      List<Cursor> takers = takers(cursors);
      Entry entry = new Entry(place.name(), status.kind(), status.mode(), status.size());
      if (!takers.isEmpty() && status.kind() == Entry.Kind.FILE) {
        hasher.hash(place.real(), status.size(), content -> add(takers, entry, content));
      } else if (!takers.isEmpty()) {
        hasher.inTurn(() -> add(takers, entry, NOTHING));
      }
    }
  }

  private void directory(Place place, FileStatus status, List<Cursor> cursors, boolean hidden) {
    List<Cursor> inside = new ArrayList<>(cursors.size());
    for (Cursor cursor : cursors) {
      boolean taken = !cursor.isSearching();
      boolean excluded = taken && cursor.isExcluded();
      if (!excluded || cursor.mayRevealBelow()) {
        inside.add(cursor);
        int mode = cursor.isSource() ? 0 : status.mode();
        Entry entry = new Entry(place.name(), Entry.Kind.DIRECTORY, mode, 0);
        cursor.enter(taken ? () -> pass(cursor, entry) : null);
        if (taken && !excluded && !hidden) {
          cursor.announce();
        }
      }
    }
    if (!inside.isEmpty()) {
      children(place, inside);
    }
  }

  private void children(Place place, List<Cursor> inside) {
    DockerIgnore.Scope here = place.enter();
    for (FileName file : names(place.real(), inside)) {
      List<Cursor> next = new ArrayList<>(inside.size());
      for (Cursor cursor : inside) {
        Cursor child = cursor.child(file.text());
        if (child != null) {
          next.add(child);
        }
      }
      if (!next.isEmpty()) {
        visit(place.child(file, here), next);
      }
    }
  }

  /** The entries of a directory in canonical order; not listed where plain names are wanted. */
  private Iterable<FileName> names(Path directory, List<Cursor> inside) {
    TreeSet<FileName> wanted = new TreeSet<>();
    for (Cursor cursor : inside) {
      String name = cursor.plainChild();
      if (name == null || !FileName.isAscii(name)) {
        return list(directory);
      }
      Path file = directory.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        wanted.add(new FileName(file, name));
      }
    }
    return wanted;
  }

  private List<FileName> list(Path directory) {
    List<FileName> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        names.add(FileName.of(file));
      }
    } catch (DirectoryIteratorException e) {
      throw hasher.problem(directory, e.getCause());
    } catch (IOException e) {
      throw hasher.problem(directory, e);
    }
    Collections.sort(names);
    return names;
  }

  private void link(Place place, List<Cursor> cursors) {
    List<Cursor> followers = new ArrayList<>();
    List<Cursor> copiers = new ArrayList<>();
    for (Cursor cursor : cursors) {
      if (cursor.followsLink()) {
        followers.add(cursor);
      } else {
        copiers.add(cursor);
      }
    }
    try {
      List<Cursor> takers = takers(copiers);
      if (!takers.isEmpty()) {
        byte[] target =
            FileName.bytesOfLink(Files.readSymbolicLink(place.real())).getBytes(ISO_8859_1);
        Entry entry = new Entry(place.name(), Entry.Kind.LINK, 0, target.length);
        hasher.inTurn(() -> add(takers, entry, target));
      }
      if (!followers.isEmpty()) {
        follow(place, followers);
      }
    } catch (IOException e) {
      throw hasher.problem(place.real(), e);
    }
  }

  private void follow(Place link, List<Cursor> cursors) throws IOException {
    Optional<Path> target = new ContextLink(root).follow(link.real());
    if (target.isEmpty()) {
      throw cursors
          .get(0)
          .source()
          .error(
              "the link "
                  + link.text()
                  + " leads to "
                  + Files.readSymbolicLink(link.real())
                  + ", which is not in the context: copy it into the context");
    }
    Place place = new Place(root, "", ignore.top(), link.name());
    for (Path element : root.relativize(target.get())) {
      DockerIgnore.Rule hiddenBy = place.hiddenBy();
      if (hiddenBy != null && !place.mayRevealBelow()) {
        cursors.forEach(cursor -> cursor.hidden(hiddenBy));
        return;
      }
      if (!element.toString().isEmpty()) {
        FileName file = FileName.of(place.real().resolve(element));
        String text = Place.join(place.text(), file.text());
        place = new Place(file.path(), text, place.enter(), link.name());
      }
    }
    visit(place, cursors);
  }

  private static List<Cursor> takers(List<Cursor> cursors) {
    List<Cursor> takers = new ArrayList<>(cursors.size());
    for (Cursor cursor : cursors) {
      if (!cursor.isSearching() && !cursor.isExcluded()) {
        takers.add(cursor);
        cursor.announce();
      }
    }
    return takers;
  }

  private void pass(Cursor cursor, Entry entry) {
    hasher.inTurn(() -> add(List.of(cursor), entry, NOTHING));
  }

  private static void add(List<Cursor> takers, Entry entry, byte[] content) {
    for (Cursor cursor : takers) {
      cursor.source().fingerprint().add(entry, content);
      if (cursor.isSource()) {
        cursor.source().found();
      }
    }
  }
}

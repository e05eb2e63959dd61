package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One row for each machine: how old its databases are, how much room it has. */
record MachinesSection(Html html, Words words, Instant now) {
  private static final Duration DAYS = Duration.ofDays(2);

  void write(List<MachineNote> machines, String id) {
    // That of vulnerabilities is what every scan needs.
    TreeSet<String> databases =
        new TreeSet<>(
            Comparator.comparing((String name) -> !name.equals("vulnerabilities"))
                .thenComparing(Comparator.naturalOrder()));
    machines.forEach(machine -> databases.addAll(machine.databases().keySet()));
    boolean storage = machines.stream().anyMatch(machine -> machine.storage().isPresent());
    String heading = words.of("agents");
    html.open("section", "class", "run", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    List<String> columns = new ArrayList<>(List.of(words.of("agent")));
    databases.forEach(name -> columns.add(words.database(name)));
    if (storage) {
      columns.add(words.of("free"));
      columns.add(words.of("folder"));
    }
    columns.add(words.of("told"));
    Table table = Table.wide(html, heading, columns);
    for (MachineNote machine : machines) {
      table.row(machine.machine());
      for (String name : databases) {
        table.number(age(Optional.ofNullable(machine.databases().get(name))));
      }
      if (storage) {
        table.number(machine.storage().map(this::room).orElse("–"));
        table
            .openCell()
            .open("code")
            .brief(machine.storage().map(MachineNote.Storage::folder).orElse("–"), Html.NAME);
        html.close().close();
      }
      table.number(words.time(machine.seen()));
      table.endRow();
    }
    table.end();
    html.close();
  }

  private String age(Optional<MachineNote.Database> database) {
    if (database.isEmpty()) {
      return "–";
    }
    Duration age = Duration.between(database.get().updatedAt(), now);
    return age.compareTo(DAYS) < 0
        ? words.duration(age)
        : words.of("days", String.valueOf(age.toDays()));
  }

  private String room(MachineNote.Storage storage) {
    String free = words.size(storage.freeBytes());
    if (storage.totalBytes() == 0) {
      return free;
    }
    double share = Math.min(1, (double) storage.freeBytes() / storage.totalBytes());
    return words.of("free.value", free, words.size(storage.totalBytes()), words.percent(share));
  }
}

package io.jenkins.plugins.aiimage.jenkins.overview;

import io.jenkins.plugins.aiimage.report.history.MachineNote;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What runs said last of an agent, as programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 2)
public final class AgentExport {
  private final MachineNote note;

  AgentExport(MachineNote note) {
    this.note = note;
  }

  @Exported
  public String getName() {
    return note.machine();
  }

  /** When each of Trivy's databases was made, in ISO 8601, by its name. */
  @Exported
  public Map<String, String> getDatabases() {
    Map<String, String> databases = new TreeMap<>();
    note.databases().forEach((name, known) -> databases.put(name, known.updatedAt().toString()));
    return databases;
  }

  /** Where the engine keeps images. */
  @Exported
  public String getFolder() {
    return note.storage().map(MachineNote.Storage::folder).orElse(null);
  }

  @Exported
  public Long getFreeBytes() {
    return note.storage().map(MachineNote.Storage::freeBytes).orElse(null);
  }

  @Exported
  public Long getTotalBytes() {
    return note.storage().map(MachineNote.Storage::totalBytes).orElse(null);
  }

  /** When a run told of it last, in ISO 8601. */
  @Exported
  public String getSeen() {
    return note.seen().toString();
  }
}

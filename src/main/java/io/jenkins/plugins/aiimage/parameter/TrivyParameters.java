package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.many;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What {@code trivy-db} knows. */
final class TrivyParameters {
  static final List<Parameter> ALL =
      List.of(
          one(
              "cacheDir",
              "--cache-dir",
              "DIR",
              "Trivy's own",
              "Trivy's cache folder. Without it $TRIVY_CACHE_DIR, or trivy in $XDG_CACHE_HOME or in"
                  + " ~/.cache."),
          many(
              "sources",
              "--source",
              "[KIND=]REF",
              "Trivy's own",
              "Where to fetch from, in this order: HOST/REPOSITORY:TAG. java= or checks= before it"
                  + " means that database. http:// asks for plain HTTP; loopback needs no asking."),
          many(
              "mirrorTo",
              "--mirror-to",
              "[KIND=]REF",
              "",
              "Tag of a registry of one's own that gets what was fetched elsewhere, byte for byte."
                  + " It is asked first, too."),
          flag("javaDb", "--java-db", "Provide the database of Java archives as well."),
          flag("checks", "--checks", "Provide the checks of configuration files as well."),
          one(
              "maxAge",
              "--max-age",
              "TIME",
              "7d",
              "Oldest database that may be used when no source gives a newer one."),
          one(
              "view",
              "--view",
              "DIR",
              "",
              "A cache folder for one build, to be used in place of the other: the same databases,"
                  + " linked, and locks of its own."),
          one(
              "importFrom",
              "--import",
              "FILE",
              "",
              "Take the databases from this file, and ask no source. It is one of --export, or an"
                  + " OCI archive of another tool."),
          one(
              "exportTo",
              "--export",
              "FILE",
              "",
              "Write the databases to this file, as they come, rather than to use them."),
          one(
              "envFile",
              "--env-file",
              "FILE",
              "",
              "Write the variables that Trivy needs there, NAME=value in each line."),
          flag("dryRun", "--dry-run", "Say what would be done, and do nothing."),
          one(
              "label",
              "--label",
              "TEXT",
              "Trivy's databases",
              "What reports and pages call what is provided."));

  /** Of the step that provides Trivy's databases. */
  static final Parameter CREDENTIALS =
      one(
          "credentialsId",
          "",
          "ID",
          "the administrator's for that registry",
          "Credentials for the mirror's registry or, without a mirror, for that of the first source:"
              + " a user name with a password or access token. Every other registry gets what docker"
              + " login has left for the agent's user.");

  private TrivyParameters() {}
}

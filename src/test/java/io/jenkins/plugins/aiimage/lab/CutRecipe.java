package io.jenkins.plugins.aiimage.lab;

import java.util.List;

/**
 * Recipes whose phases hand on everything that an instruction can leave to a later one. The last
 * phase of each can be made to fail; its first instruction does nothing else.
 */
enum CutRecipe {
  ONE_STAGE(
      "second",
      """
      ARG WORD=global
      FROM scratch
      # phase: first
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      ARG WORD
      ARG WHERE=/srv
      ARG PLACE=$WHERE/$WORD
      ARG CHOSEN=default
      ARG BOTH=argument
      ENV PATH=/bin BOTH=environment PLACED=$PLACE
      LABEL one="1 and" two=2
      WORKDIR /work
      VOLUME /volume
      EXPOSE 8000/udp 9000
      STOPSIGNAL SIGINT
      HEALTHCHECK --interval=7s --retries=2 CMD ["/bin/busybox", "true"]
      RUN busybox mkdir -p $PLACE /tmp /volume && busybox chmod 1777 /tmp && busybox echo $BOTH > $PLACE/both
      # phase: second
      COPY --chown=1000:1001 data /home/data
      USER 1000:1002
      RUN busybox id > /tmp/user && busybox echo "$CHOSEN" > /tmp/chosen
      WORKDIR inner
      ENV ADDED=$WORD-$BOTH
      ARG BOTH=again
      # phase: last
      RUN FAILING
      RUN busybox id > /tmp/user-last && busybox echo "$BOTH $ADDED $PLACED" > /tmp/both
      USER 0:0
      WORKDIR deeper
      RUN busybox echo "$WORD $PLACE $CHOSEN $PWD" > words \\
       && busybox ln -s words link && busybox ln words hard && busybox echo lost > /volume/file
      ENTRYPOINT ["/bin/busybox"]
      CMD ["cat", "words"]
      """),
  COPIES(
      "compile other",
      """
      ARG LEVEL=1
      ARG BASE=scratch
      FROM $BASE AS tools
      # phase: tools
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      ARG LEVEL
      RUN busybox mkdir /made && busybox echo $LEVEL > /made/level
      # phase: compile
      COPY data /made/data
      RUN busybox chown -R 7:8 /made/data && busybox chmod 750 /made

      FROM scratch AS Other
      # phase: other
      COPY --from=tools /bin/busybox /bin/busybox
      COPY --from=0 --chown=5:6 /made /other

      FROM scratch
      ARG LEVEL=3
      ARG CHOSEN
      ENV PATH=/bin
      # phase: last
      COPY --from=tools /bin/busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      RUN FAILING
      COPY --from=1 /other /index
      COPY --from=other --chown=9 /other/data /name/
      COPY --from=tools /made /made
      RUN busybox echo $LEVEL $CHOSEN > /level
      CMD busybox cat /level
      """),
  STAGES(
      "third",
      """
      FROM scratch AS base
      # phase: first
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      ENV PATH=/bin LEVEL=1
      ARG INHERITED=inherited
      ARG CHOSEN=default
      CMD ["replaced"]
      RUN busybox mkdir /log && busybox echo "$INHERITED $CHOSEN" > /log/first
      # phase: second
      ARG INHERITED=changed
      RUN busybox echo "$INHERITED" > /log/second
      WORKDIR /base

      FROM base
      # phase: third
      ARG OWN=$LEVEL-own
      RUN busybox echo "$INHERITED $CHOSEN $OWN" > third
      # phase: last
      RUN FAILING
      WORKDIR here
      ENV LEVEL=2
      RUN busybox echo "$INHERITED $CHOSEN $OWN $LEVEL" > last
      ENTRYPOINT busybox cat last
      """),
  TRIGGERS(
      "begun",
      """
      FROM scratch AS base
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      RUN busybox mkdir /log
      ONBUILD ARG CHOSEN=trigger
      ONBUILD RUN busybox echo triggered >> /log/triggers
      ONBUILD COPY data /triggered

      FROM base
      # phase: begun
      RUN busybox echo "$CHOSEN" >> /log/begun
      # phase: last
      RUN FAILING
      RUN busybox echo "$CHOSEN" >> /log/last
      ONBUILD RUN busybox echo later >> /log/triggers
      ONBUILD COPY data /later
      """);

  private final String resumedFrom;
  private final String text;

  CutRecipe(String resumedFrom, String text) {
    this.resumedFrom = resumedFrom;
    this.text = text;
  }

  String dockerfile() {
    return text.replace("FAILING", "busybox true");
  }

  String failing() {
    return text.replace("FAILING", "busybox false");
  }

  /** The phases that a build goes on from where all but the last are in the registry. */
  List<String> resumedFrom() {
    return List.of(resumedFrom.split(" ", -1));
  }
}

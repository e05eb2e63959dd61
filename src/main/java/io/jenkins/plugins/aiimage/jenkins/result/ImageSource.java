package io.jenkins.plugins.aiimage.jenkins.result;

import java.util.Optional;

/**
 * The step that an image comes from.
 *
 * @param execution identity of the step's execution
 * @param node id of its node in the Pipeline's graph, which its log is found by; empty if it is not
 *     known
 * @param waitedFor the build whose image this one waited for, by its external id; empty if none
 */
public record ImageSource(String execution, String node, Optional<String> waitedFor) {}

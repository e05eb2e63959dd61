package io.jenkins.plugins.aiimage.jenkins.result;

/**
 * A part of a page as it is at one moment.
 *
 * @param html written by this program; what comes from a run is escaped in it
 * @param seconds until another look is worth it; 0 if nothing will change any more
 * @param news what somebody who does not see the page is told when it changes
 */
public record LivePart(String html, int seconds, String news) {}

/** The log that a person follows. */
package io.jenkins.plugins.aiimage.report.console;

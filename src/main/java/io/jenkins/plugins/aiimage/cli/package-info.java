/** The command line: words in, exit code out. */
package io.jenkins.plugins.aiimage.cli;

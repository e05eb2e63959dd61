/** Shell scripts as a RUN has them: split exactly, with the place of every word; never run. */
package io.jenkins.plugins.aiimage.lint.shell;

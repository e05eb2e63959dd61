/** Many runs of images: what is kept of each in a line, and what they say together. */
package io.jenkins.plugins.aiimage.report.history;

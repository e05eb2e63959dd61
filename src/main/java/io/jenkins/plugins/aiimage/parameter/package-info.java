/** Every parameter, described once for the command line, the steps and the documentation. */
package io.jenkins.plugins.aiimage.parameter;

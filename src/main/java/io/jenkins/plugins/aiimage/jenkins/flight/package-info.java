/** One build for all who ask for the same content at once. */
package io.jenkins.plugins.aiimage.jenkins.flight;

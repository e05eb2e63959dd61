/** Compose files: the part of the Compose specification that can be started, read strictly. */
package io.jenkins.plugins.aiimage.start.compose;

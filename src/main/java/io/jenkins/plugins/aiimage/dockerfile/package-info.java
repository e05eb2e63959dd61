/** Dockerfiles: read, resolved for a target, divided into phases, written anew for one phase. */
package io.jenkins.plugins.aiimage.dockerfile;

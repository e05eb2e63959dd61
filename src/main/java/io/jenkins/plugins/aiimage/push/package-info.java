/** Brings images to registries, and sets their tags. */
package io.jenkins.plugins.aiimage.push;

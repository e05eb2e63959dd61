/** Recipes that come with the program, by name. */
package io.jenkins.plugins.aiimage.preset;

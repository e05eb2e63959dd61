/** The use case that looks at a recipe and its context before anything is built. */
package io.jenkins.plugins.aiimage.diagnose;

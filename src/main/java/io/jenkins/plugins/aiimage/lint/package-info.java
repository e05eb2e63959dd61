/** The use case that looks for what makes images for AI slow, fragile or unsafe, and mends it. */
package io.jenkins.plugins.aiimage.lint;

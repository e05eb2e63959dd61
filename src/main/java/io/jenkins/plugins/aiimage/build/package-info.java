/** Engines and builders, the supervision of a phase, and what failures mean. */
package io.jenkins.plugins.aiimage.build;

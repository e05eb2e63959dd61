/** The supervision of a phase: its attempts, time limits, retries and fallbacks. */
package io.jenkins.plugins.aiimage.build;

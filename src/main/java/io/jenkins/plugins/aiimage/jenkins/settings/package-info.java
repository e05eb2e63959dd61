/** What administrators set: the registry, its credentials and the limits that steps leave open. */
package io.jenkins.plugins.aiimage.jenkins.settings;

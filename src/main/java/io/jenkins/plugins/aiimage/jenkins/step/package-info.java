/** The Pipeline steps. */
package io.jenkins.plugins.aiimage.jenkins.step;

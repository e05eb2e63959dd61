/** Programs that are started, watched and stopped. */
package io.jenkins.plugins.aiimage.build.process;

/** The build context: what an instruction reads of it, and the keys over that. */
package io.jenkins.plugins.aiimage.context;
